package org.p13n.engine.model.item;

/**
 * Counts the neighbours of one product after the other. Reusable scratch of 24 bytes per product and 8 per touch; not
 * thread-safe.
 */
final class StepCounter {
    /*
     * Row by row over an inverted file: all occurrences of a product, shopper by shopper, and round each the touches in
     * the window. So no table of all pairs is ever held, rows are final when they are cut, and the cost is the number of
     * touches times the window. Of all the steps that one shopper made between the same two products the strongest
     * counts: a shopper adds at most 1 to a pair, whatever he repeats. What fades is computed once per touch: the time
     * between two is a quotient. Powers for each pair took some 0.08 of 0.33 s.
     */
    private final Timelines lines;
    private final ItemSettings settings;
    private final Fading age;
    private final Fading gap;
    private final float[] byAge;
    private final float[] byGap;
    private final double[] along;
    private final float[] weight;
    private final float[] strongest;
    private final int[] shoppers;
    private final int[] touched;
    private final int[] ofShopper;
    private int size;
    private int sizeOfShopper;

    StepCounter(Timelines lines, int items, ItemSettings settings, long now) {
        this.lines = lines;
        this.settings = settings;
        age = new Fading(now, settings.ageHalfLife().toMillis());
        gap = new Fading(now, settings.gapHalfLife().toMillis());
        along = new double[Math.min(settings.window(), 1000) + 1];
        for (int distance = 0; distance < along.length; distance++) {
            along[distance] = Math.pow(Math.max(1, distance), -settings.distancePower());
        }
        byAge = new float[lines.touches()];
        byGap = new float[lines.touches()];
        for (int i = 0; i < byAge.length; i++) {
            byAge[i] = (float) age.at(lines.at[i]);
            byGap[i] = (float) gap.at(lines.at[i]);
        }
        weight = new float[items];
        strongest = new float[items];
        shoppers = new int[items];
        touched = new int[items];
        ofShopper = new int[items];
    }

    /** Counts the product's row; what was counted before is gone. */
    void count(int item) {
        for (int i = 0; i < size; i++) {
            weight[touched[i]] = 0;
            shoppers[touched[i]] = 0;
        }
        size = 0;
        if (!lines.leadSomewhere()) {
            return;
        }
        int[] positions = lines.positions();
        int end = lines.from(item + 1);
        for (int i = lines.from(item); i < end; i++) {
            look(positions[i]);
            boolean last = i + 1 == end || lines.shopper[positions[i + 1]] != lines.shopper[positions[i]];
            if (last) {
                settle();
            }
        }
    }

    /** How many neighbours were counted. */
    int size() {
        return size;
    }

    int neighbour(int index) {
        return touched[index];
    }

    float weight(int neighbour) {
        return weight[neighbour];
    }

    int shoppers(int neighbour) {
        return shoppers[neighbour];
    }

    private void look(int position) {
        if (lines.source[position] == 0) {
            return;
        }
        int shopper = lines.shopper[position];
        int first = Math.max(0, position - settings.partners());
        for (int i = position - 1; i >= first && lines.shopper[i] == shopper; i--) {
            if (!step(position, i, lines.moment[position] - lines.moment[i])) {
                break;
            }
        }
        int last = (int) Math.min(lines.touches() - 1L, (long) position + settings.partners());
        for (int i = position + 1; i <= last && lines.shopper[i] == shopper; i++) {
            if (!step(position, i, lines.moment[i] - lines.moment[position])) {
                break;
            }
        }
    }

    /** Counts one step, if it is one; false if it and all behind it are too far away. */
    private boolean step(int position, int other, int distance) {
        if (distance >= along.length) {
            return false;
        }
        int neighbour = lines.item[other];
        if (lines.target[other] > 0 && neighbour != lines.item[position]) {
            boolean against = other < position && distance > 0;
            int later = Math.max(position, other);
            double say = lines.source[position]
                    * lines.target[other]
                    * along[distance]
                    * (against ? settings.backward() : 1);
            keepStrongest(neighbour, (float) (say * fading(Math.min(position, other), later) * byAge[later]));
        }
        return true;
    }

    private double fading(int earlier, int later) {
        return byGap[earlier] > Float.MIN_NORMAL
                ? byGap[earlier] / byGap[later]
                : gap.over((double) lines.at[later] - lines.at[earlier]);
    }

    private void keepStrongest(int neighbour, float say) {
        if (say > strongest[neighbour]) {
            if (strongest[neighbour] == 0) {
                ofShopper[sizeOfShopper++] = neighbour;
            }
            strongest[neighbour] = say;
        }
    }

    private void settle() {
        for (int i = 0; i < sizeOfShopper; i++) {
            int neighbour = ofShopper[i];
            if (shoppers[neighbour]++ == 0) {
                touched[size++] = neighbour;
            }
            weight[neighbour] += strongest[neighbour];
            strongest[neighbour] = 0;
        }
        sizeOfShopper = 0;
    }

    /** Decayed number of shoppers who touched each product, as the beginning of a step or as its end. */
    float[] shoppersOf(boolean asSource) {
        float[] counts = new float[lines.items()];
        float[] says = asSource ? lines.source : lines.target;
        int[] positions = lines.positions();
        for (int item = 0; item < counts.length; item++) {
            double strongestOfShopper = 0;
            double sum = 0;
            for (int i = lines.from(item); i < lines.from(item + 1); i++) {
                int position = positions[i];
                if (i > lines.from(item) && lines.shopper[position] != lines.shopper[positions[i - 1]]) {
                    sum += strongestOfShopper;
                    strongestOfShopper = 0;
                }
                double say = says[position] > 0 ? byAge[position] : 0;
                strongestOfShopper = Math.max(strongestOfShopper, say);
            }
            counts[item] = (float) (sum + strongestOfShopper);
        }
        return counts;
    }
}
