package org.p13n.engine.model.basket;

import java.time.Duration;
import java.util.Arrays;
import org.p13n.engine.model.index.ForwardDecay;

/** How much each order says of its items, its pairs and what is popular, in units of an order at the landmark. */
final class Says {
    /** Windows of popularity, short to long: what sells this week against what sold last year is a trend. */
    static final Duration[] WINDOWS = {
        Duration.ofDays(3), Duration.ofDays(14), Duration.ofDays(60), Duration.ofDays(365)
    };

    private final BasketSettings settings;
    private final long landmark;
    private final ForwardDecay pairDecay;
    private final ForwardDecay[] windowDecays = new ForwardDecay[WINDOWS.length];
    private final float[][] inWindows = new float[WINDOWS.length][0];
    private double[] ofItem = {};
    private double[] ofPair = {};

    Says(BasketSettings settings, long landmark) {
        this.settings = settings;
        this.landmark = landmark;
        pairDecay = new ForwardDecay(landmark, settings.pairHalfLife().toMillis());
        for (int window = 0; window < WINDOWS.length; window++) {
            windowDecays[window] = new ForwardDecay(landmark, WINDOWS[window].toMillis());
        }
    }

    /** Takes in all orders before a time; later ones say nothing. */
    static Says of(OrderBook book, BasketSettings settings, long landmark, long before) {
        Says says = new Says(settings, landmark);
        says.makeRoom(book.orders());
        for (int order = 0; order < book.orders(); order++) {
            if (book.at(order) < before) {
                says.take(book, order, landmark);
            }
        }
        return says;
    }

    /** What another trainer's orders said, which it took in by that time. */
    static Says again(OrderBook book, BasketSettings settings, long landmark, long now) {
        Says says = new Says(settings, landmark);
        says.makeRoom(book.orders());
        for (int order = 0; order < book.orders(); order++) {
            says.take(book, order, now);
        }
        return says;
    }

    long landmark() {
        return landmark;
    }

    /** Takes in the orders that changed; those of the future count as of now. */
    void refresh(OrderBook book, long now) {
        makeRoom(book.orders());
        book.touchedOrders().stream().forEach(order -> take(book, order, now));
    }

    double ofItem(int order) {
        return ofItem[order];
    }

    /** 0 where the order teaches no pairs. */
    double ofPair(int order) {
        return ofPair[order];
    }

    double inWindow(int window, int order) {
        return inWindows[window][order];
    }

    /** What a unit of pairs is worth at that time. */
    double pairScale(long now) {
        return pairDecay.scale(Math.max(now, landmark));
    }

    double windowScale(int window, long now) {
        return windowDecays[window].scale(Math.max(now, landmark));
    }

    /** What an average order of the landmark's time says of each of its pairs. */
    double pairOfToday() {
        double pairs = 0;
        double items = 0;
        for (int order = 0; order < ofItem.length; order++) {
            if (ofPair[order] > 0) {
                pairs += ofPair[order];
                items += ofItem[order];
            }
        }
        return items == 0 ? 1 : pairs / items;
    }

    private void take(OrderBook book, int order, long now) {
        int lines = book.lines(order).length;
        if (book.isMuted(order) || lines == 0) {
            ofItem[order] = 0;
            ofPair[order] = 0;
            return;
        }
        long at = Math.min(book.at(order), Math.max(now, landmark));
        ofItem[order] = pairDecay.growth(at);
        boolean teachesPairs = lines >= 2 && lines <= settings.mostLines();
        ofPair[order] = teachesPairs ? ofItem[order] * Math.pow(lines - 1.0, -settings.sizeExponent()) : 0;
        for (int window = 0; window < WINDOWS.length; window++) {
            inWindows[window][order] = (float) windowDecays[window].growth(at);
        }
    }

    private void makeRoom(int orders) {
        if (orders > ofItem.length) {
            int capacity = Math.max(orders, ofItem.length + ofItem.length / 4);
            ofItem = Arrays.copyOf(ofItem, capacity);
            ofPair = Arrays.copyOf(ofPair, capacity);
            for (int window = 0; window < WINDOWS.length; window++) {
                inWindows[window] = Arrays.copyOf(inWindows[window], capacity);
            }
        }
    }
}
