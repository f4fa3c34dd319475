package org.p13n.engine.evaluation;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongToDoubleFunction;

/** What lists show of the catalog: how much of it, and how popular that is compared with what shoppers chose. */
public final class Exposure {
    private final int k;
    private final LongToDoubleFunction popularity;
    private final Set<Long> shown = new HashSet<>();
    private double shownPopularity;
    private long shownItems;
    private double chosenPopularity;
    private long chosenItems;

    /**
     * Nothing shown yet.
     *
     * @param k how many of each list count
     * @param popularity number of an item's interactions in training
     */
    public Exposure(int k, LongToDoubleFunction popularity) {
        this.k = k;
        this.popularity = popularity;
    }

    public void addShown(long[] list) {
        for (int i = 0; i < Math.min(k, list.length); i++) {
            shown.add(list[i]);
            shownPopularity += popularity.applyAsDouble(list[i]);
            shownItems++;
        }
    }

    public void addChosen(long itemId) {
        chosenPopularity += popularity.applyAsDouble(itemId);
        chosenItems++;
    }

    /** The share of the catalog that was in some list; 0 to 1. */
    public double coverage(int catalogItems) {
        return catalogItems == 0 ? 0 : (double) shown.size() / catalogItems;
    }

    /**
     * Mean popularity of what was shown over mean popularity of what was chosen (average recommendation popularity:
     * Abdollahpouri et al., RecSys 2019); 1 = as popular as what shoppers choose. NaN if either is nothing.
     */
    public double popularityBias() {
        return shownPopularity / shownItems / (chosenPopularity / chosenItems);
    }
}
