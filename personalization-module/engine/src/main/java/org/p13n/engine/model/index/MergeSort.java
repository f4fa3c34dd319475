package org.p13n.engine.model.index;

/** Sorts numbers under any order without boxing them: stable, n log n, one pass over what is in order already. */
public final class MergeSort {
    private MergeSort() {}

    /**
     * Sorts a range in place.
     *
     * @param spare scratch at least as long as the numbers
     */
    public static void sort(int[] numbers, int[] spare, int begin, int end, TopItems.Order order) {
        if (end - begin < 2) {
            return;
        }
        int middle = (begin + end) >>> 1;
        sort(numbers, spare, begin, middle, order);
        sort(numbers, spare, middle, end, order);
        if (!order.before(numbers[middle], numbers[middle - 1])) {
            return;
        }
        System.arraycopy(numbers, begin, spare, begin, middle - begin);
        int left = begin;
        int right = middle;
        for (int to = begin; left < middle; to++) {
            boolean takeRight = right < end && order.before(numbers[right], spare[left]);
            numbers[to] = takeRight ? numbers[right++] : spare[left++];
        }
    }
}
