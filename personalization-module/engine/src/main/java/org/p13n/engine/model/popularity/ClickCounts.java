package org.p13n.engine.model.popularity;

import org.p13n.engine.model.index.LongIndex;

/** How often each item was shown and chosen of late; owned by the trainer's thread. */
final class ClickCounts {
    /** So many impressions at the usual rate the shop's own rate begins with. */
    private static final double SHOP_PRIOR = 1000;

    private static final double LN_2 = Math.log(2);

    private final PopularitySettings settings;
    private final LongIndex items;
    private final FadingCounts shown;
    private final FadingCounts chosen;

    ClickCounts(PopularitySettings settings, LongIndex items) {
        this.settings = settings;
        this.items = items;
        shown = new FadingCounts(settings.clickHalfLife().toMillis());
        chosen = new FadingCounts(settings.clickHalfLife().toMillis());
    }

    /** @param place from 1; 0 = unknown, which counts as the first */
    void addShown(int item, int place, long at) {
        shown.add(item, LN_2 / Math.log(Math.max(1, place) + 1.0), at);
    }

    void addChosen(int item, long at) {
        chosen.add(item, 1, at);
    }

    ClickRates publish(LongIndex publishedItems, long now) {
        float[] impressions = new float[items.size()];
        float[] clicks = new float[items.size()];
        double allImpressions = SHOP_PRIOR;
        double allClicks = SHOP_PRIOR * settings.usualRate();
        for (int item = 0; item < impressions.length; item++) {
            clicks[item] = (float) chosen.at(item, now);
            impressions[item] = (float) Math.max(clicks[item], shown.at(item, now)); // who was chosen was shown
            allImpressions += impressions[item];
            allClicks += clicks[item];
        }
        double rate = Math.min(1 - 1e-6, Math.max(1e-6, allClicks / allImpressions));
        return new ClickRates(publishedItems, impressions, clicks, rate, settings.ratePrior());
    }
}
