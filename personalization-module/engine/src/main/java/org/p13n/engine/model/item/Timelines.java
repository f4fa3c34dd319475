package org.p13n.engine.model.item;

import java.util.Arrays;

/** The touches that matter to one step, shopper by shopper in the order of time, and where each product stands in them. */
final class Timelines {
    /*
     * A moment is all that a shopper did at the same time: an order, or one view. By default each touch of a moment of n
     * touches speaks with 1/sqrt(n), so that a pair within an order of n lines counts 1/n and an order cannot outshout
     * others by its length.
     */
    private static final Touch[] TOUCHES = Touch.values();

    final int[] item;
    final int[] moment;
    final int[] shopper;
    final long[] at;
    final float[] source;
    final float[] target;
    private final int[] firstOfItem;
    private int[] ofItem = {};
    private int touches;
    private boolean leadSomewhere;

    private Timelines(int most, int items) {
        item = new int[most];
        moment = new int[most];
        shopper = new int[most];
        at = new long[most];
        source = new float[most];
        target = new float[most];
        firstOfItem = new int[items + 1];
    }

    /** @param order of {@link Touches#inOrder} */
    static Timelines of(Touches all, int[] order, Step step, ItemSettings settings, long now) {
        Timelines lines = new Timelines(order.length, all.items.size());
        for (int begin = 0, end; begin < order.length; begin = end) {
            end = begin + 1;
            while (end < order.length && all.shopper[order[end]] == all.shopper[order[begin]]) {
                end++;
            }
            lines.append(all, order, begin, end, step, settings, now);
        }
        lines.invert();
        return lines;
    }

    int items() {
        return firstOfItem.length - 1;
    }

    int touches() {
        return touches;
    }

    /** Whether any step begins anywhere. */
    boolean leadSomewhere() {
        return leadSomewhere;
    }

    /** Where each product stands, product by product, ascending within each. */
    int[] positions() {
        return ofItem;
    }

    /** Where the positions of a product begin; those of the next product begin where they end. */
    int from(int number) {
        return firstOfItem[number];
    }

    private void append(Touches all, int[] order, int begin, int end, Step step, ItemSettings settings, long now) {
        int first = firstThatCounts(all, order, begin, end, step, settings);
        int start = touches;
        int next = start;
        for (int i = first; i < end; i++) {
            int each = order[i];
            Touch touch = TOUCHES[all.touch[each]];
            float asSource = (float) step.sourceSay(touch, settings.cartSay());
            float asTarget = (float) step.targetSay(touch, settings.cartSay());
            if (asSource == 0 && asTarget == 0) {
                continue;
            }
            item[next] = all.item[each];
            shopper[next] = all.shopper[each];
            at[next] = Math.min(now, all.at[each]);
            source[next] = asSource;
            leadSomewhere |= asSource > 0;
            target[next] = asTarget;
            boolean sameMoment = next > start && at[next - 1] == at[next];
            moment[next] = next == start ? 0 : moment[next - 1] + (sameMoment ? 0 : 1);
            next++;
        }
        damp(start, next, settings.orderPower());
        touches = next;
    }

    private static int firstThatCounts(Touches all, int[] order, int begin, int end, Step step, ItemSettings settings) {
        int left = settings.touchesPerShopper();
        int first = end;
        while (first > begin && left > 0) {
            Touch touch = TOUCHES[all.touch[order[--first]]];
            boolean counts = step.sourceSay(touch, settings.cartSay()) > 0 || step.targetSay(touch, 1) > 0;
            left -= counts ? 1 : 0;
        }
        return first;
    }

    private void damp(int start, int end, double power) {
        for (int begin = start, next; begin < end; begin = next) {
            next = begin + 1;
            while (next < end && moment[next] == moment[begin]) {
                next++;
            }
            float part = (float) Math.pow(next - begin, -power / 2);
            for (int i = begin; i < next; i++) {
                source[i] *= part;
                target[i] *= part;
            }
        }
    }

    private void invert() {
        ofItem = new int[touches];
        for (int i = 0; i < touches; i++) {
            firstOfItem[item[i] + 1]++;
        }
        for (int i = 1; i < firstOfItem.length; i++) {
            firstOfItem[i] += firstOfItem[i - 1];
        }
        int[] next = Arrays.copyOf(firstOfItem, firstOfItem.length - 1);
        for (int i = 0; i < touches; i++) {
            ofItem[next[item[i]]++] = i;
        }
    }
}
