package org.p13n.engine.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.p13n.engine.model.index.ForwardDecay;
import org.p13n.engine.model.index.LongIndex;

/**
 * All orders learned from. Lines may come one by one, twice, late or be cancelled: an order counts once, as it stands
 * when a model is published. About 4 bytes per line and 90 per order.
 */
final class Baskets {
    /*
     * A basket of n lines says of each of its pairs 1/(n-1), so that every line has one voice to give however large the
     * basket is. In a giant basket a line gives its voice to a fixed number of partners only, chosen by a ring over a
     * fixed shuffle: n * partners / 2 pairs instead of n * (n-1) / 2.
     */
    private final PairCounts pairs;
    private final ForwardDecay decay;
    private final int partnersPerLine;
    private final LongIndex orderIds = new LongIndex();
    private final List<Basket> baskets = new ArrayList<>();
    private final List<Basket> waiting = new ArrayList<>();
    private int countedBaskets;

    Baskets(PairCounts pairs, ForwardDecay decay, int partnersPerLine) {
        this.pairs = pairs;
        this.decay = decay;
        this.partnersPerLine = partnersPerLine;
    }

    /** Writes all orders, each counted as it stands. */
    void writeTo(DataOutput out) throws IOException {
        settle();
        out.writeInt(baskets.size());
        for (Basket basket : baskets) {
            basket.writeTo(out);
        }
    }

    /** Takes in the orders of another trainer, whose pairs are counted already. */
    void readFrom(DataInput in, int itemCount, Consumer<Basket> reader) throws IOException {
        int orders = Stored.count("orders", in.readInt(), Integer.MAX_VALUE);
        for (int number = 0; number < orders; number++) {
            Basket basket = Basket.readFrom(in, itemCount);
            if (orderIds.findOrAdd(basket.id) != number) {
                throw new IOException("The stored model is refused: order " + basket.id + " is in it twice");
            }
            basket.counted = true;
            countedBaskets += basket.size() > 0 ? 1 : 0;
            baskets.add(basket);
            reader.accept(basket);
        }
    }

    /** False if the order was already known to hold the item. */
    boolean add(long orderId, long shopperId, int item, long at) {
        int number = orderIds.findOrAdd(orderId);
        if (number == baskets.size()) {
            baskets.add(new Basket(orderId, shopperId, item, at));
            await(baskets.get(number));
            return true;
        }
        Basket basket = baskets.get(number);
        if (basket.contains(item)) {
            return false;
        }
        await(basket);
        basket.add(item);
        return true;
    }

    /** The order, or null if it is unknown. */
    Basket find(long orderId) {
        int number = orderIds.find(orderId);
        return number < 0 ? null : baskets.get(number);
    }

    /** The orders of the shoppers who are meant. */
    List<Basket> of(LongPredicate shoppers) {
        Map<Long, Boolean> meant = new HashMap<>();
        return baskets.stream()
                .filter(basket -> meant.computeIfAbsent(basket.shopperId, shoppers::test))
                .toList();
    }

    void remove(Basket basket, int item) {
        await(basket);
        basket.remove(item);
    }

    /** Counts every order that is new or changed. */
    void settle() {
        for (Basket basket : waiting) {
            basket.waiting = false;
            basket.counted = true;
            count(basket, 1);
        }
        waiting.clear();
    }

    int countedBaskets() {
        return countedBaskets;
    }

    private void await(Basket basket) {
        if (basket.counted) {
            count(basket, -1);
            basket.counted = false;
        }
        if (!basket.waiting) {
            basket.waiting = true;
            waiting.add(basket);
        }
    }

    private void count(Basket basket, int sign) {
        if (basket.size() == 0) {
            return;
        }
        countedBaskets += sign;
        double say = decay.growth(basket.at);
        for (int i = 0; i < basket.size(); i++) {
            pairs.addOccurrence(basket.item(i), sign * say);
        }
        int others = basket.size() - 1;
        if (others > partnersPerLine) {
            countGiant(basket, say, sign);
            return;
        }
        for (int i = 0; i < basket.size(); i++) {
            for (int j = i + 1; j < basket.size(); j++) {
                countPair(basket.item(i), basket.item(j), say / others, sign);
            }
        }
    }

    private void countGiant(Basket basket, double say, int sign) {
        int[] ring = basket.shuffled();
        int reach = partnersPerLine / 2;
        for (int i = 0; i < ring.length; i++) {
            for (int distance = 1; distance <= reach; distance++) {
                countPair(ring[i], ring[(i + distance) % ring.length], say / (2 * reach), sign);
            }
        }
    }

    private void countPair(int a, int b, double weight, int sign) {
        if (sign > 0) {
            pairs.addPair(a, b, weight);
        } else {
            pairs.subtractPair(a, b, weight);
        }
    }
}
