package org.p13n.engine.model.basket;

import java.util.Arrays;
import java.util.Comparator;
import org.p13n.engine.event.Hash;
import org.p13n.engine.model.learning.ChoiceLearner;

/** Learns how to blend the signals from the shop's latest orders, with a model of all earlier ones. */
final class BlendLearning {
    private static final int SIEVED = 100;
    private static final int CASES_PER_ORDER = 6;

    private final OrderBook book;
    private final BasketSettings settings;
    private final ChoiceLearner learner;

    BlendLearning(OrderBook book, BasketSettings settings) {
        this.book = book;
        this.settings = settings;
        learner = new ChoiceLearner(Signals.handSetBlend(), settings.priorChoices());
    }

    double[] learn() {
        int[] byTime = byTime();
        int tail = (int) Math.min(settings.tailOrders(), settings.tailShare() * byTime.length);
        if (tail == 0) {
            return Signals.handSetBlend();
        }
        long split = book.at(byTime[byTime.length - tail]);
        BasketModel earlier = BasketFit.of(book, settings, Says.of(book, settings, split, split))
                .publish(Signals.handSetBlend(), split);
        for (int order : byTime) {
            if (book.at(order) >= split) {
                learnFrom(order, earlier);
            }
        }
        return learner.learn();
    }

    private void learnFrom(int order, BasketModel earlier) {
        int[] known = Arrays.stream(book.lines(order))
                .filter(item -> earlier.frequencies()[item] > 0 && earlier.occurrences()[item] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(book.items()::keyAt)) // whatever came before it
                .mapToInt(Integer::intValue)
                .toArray();
        if (known.length < 2 || known.length > settings.mostLines()) {
            return;
        }
        shuffle(known, order);
        for (int i = 0; i < Math.min(CASES_PER_ORDER, known.length); i++) {
            int[] rest = without(known, i);
            add(earlier, new int[] {known[i]}, rest);
            add(earlier, rest, new int[] {known[i]});
        }
    }

    private void add(BasketModel earlier, int[] cart, int[] chosen) {
        if (cart.length > 100) {
            return;
        }
        Blended candidates = earlier.candidates(cart, SIEVED, 0, any -> true);
        boolean[] wasChosen = new boolean[candidates.size()];
        for (int i = 0; i < wasChosen.length; i++) {
            int item = candidates.item(i);
            wasChosen[i] = Arrays.stream(chosen).anyMatch(each -> each == item);
        }
        learner.add(candidates.features(), wasChosen);
    }

    /** Orders with lines that have a say, earliest first; ties by order of arrival. */
    private int[] byTime() {
        long[] times = new long[book.orders()];
        int count = 0;
        for (int order = 0; order < book.orders(); order++) {
            if (book.lines(order).length > 0 && !book.isMuted(order)) {
                count++;
            }
        }
        Integer[] orders = new Integer[count];
        count = 0;
        for (int order = 0; order < times.length; order++) {
            if (book.lines(order).length > 0 && !book.isMuted(order)) {
                orders[count++] = order;
            }
        }
        Arrays.sort(orders, (a, b) -> Long.compare(book.at(a), book.at(b)));
        return Arrays.stream(orders).mapToInt(Integer::intValue).toArray();
    }

    /** Random but the same every time. */
    private void shuffle(int[] items, int order) {
        long state = Hash.mix(book.at(order) + items.length);
        for (int i = items.length - 1; i > 0; i--) {
            state = Hash.mix(state + i);
            int other = (int) Math.floorMod(state, (long) i + 1);
            int swapped = items[i];
            items[i] = items[other];
            items[other] = swapped;
        }
    }

    private static int[] without(int[] items, int index) {
        int[] rest = new int[items.length - 1];
        System.arraycopy(items, 0, rest, 0, index);
        System.arraycopy(items, index + 1, rest, index, rest.length - index);
        return rest;
    }
}
