package org.p13n.engine.model.index;

import java.util.Arrays;

/** The best few of many numbers under an order, by insertion: cheap when nearly all of the many are turned away. */
public final class TopItems {
    /** Whether one number goes before another; must be a strict total order. */
    public interface Order {
        boolean before(int a, int b);
    }

    private final int[] best;
    private final Order order;
    private int size;

    /** The best {@code limit} of nothing yet. */
    public TopItems(int limit, Order order) {
        best = new int[limit];
        this.order = order;
    }

    public void offer(int number) {
        if (size == best.length && (size == 0 || !order.before(number, best[size - 1]))) {
            return;
        }
        int place = size == best.length ? size - 1 : size++;
        while (place > 0 && order.before(number, best[place - 1])) {
            best[place] = best[place - 1];
            place--;
        }
        best[place] = number;
    }

    /** The best numbers offered so far, a copy. */
    public int[] bestFirst() {
        return Arrays.copyOf(best, size);
    }
}
