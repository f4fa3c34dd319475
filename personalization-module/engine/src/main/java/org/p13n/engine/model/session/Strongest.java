package org.p13n.engine.model.session;

/** The items of the highest scores, ties by the lower number: a heap of packed longs, reused. Scores must not be negative. */
final class Strongest {
    /*
     * Non-negative floats sort like their bits, so score and (complemented) number fit into one long that sorts right. The
     * smallest of the kept is at the root.
     */
    private final long[] heap;
    private int size;

    Strongest(int limit) {
        heap = new long[limit];
    }

    void offer(int item, float score) {
        long entry = ((long) Float.floatToRawIntBits(score) << 32) | (~item & 0xffffffffL);
        if (size < heap.length) {
            heap[size] = entry;
            up(size++);
        } else if (size > 0 && entry > heap[0]) {
            heap[0] = entry;
            down();
        }
    }

    /** The kept items, best first; empties it. */
    int[] items() {
        int[] items = new int[size];
        while (size > 0) {
            long least = heap[0];
            heap[0] = heap[--size];
            down();
            items[size] = ~(int) least;
        }
        return items;
    }

    private void up(int from) {
        int at = from;
        while (at > 0 && heap[(at - 1) / 2] > heap[at]) {
            swap(at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private void down() {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[at] <= heap[child]) {
                return;
            }
            swap(at, child);
            at = child;
        }
    }

    private void swap(int a, int b) {
        long entry = heap[a];
        heap[a] = heap[b];
        heap[b] = entry;
    }
}
