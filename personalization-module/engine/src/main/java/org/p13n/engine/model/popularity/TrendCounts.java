package org.p13n.engine.model.popularity;

import java.util.Arrays;
import org.p13n.engine.model.index.LongIndex;

/** What happens with each item now and usually; owned by the trainer's thread. */
final class TrendCounts {
    private final PopularitySettings settings;
    private final LongIndex items;
    private final FadingCounts now;
    private final FadingCounts usual;
    private long[] firstSeen = new long[16];

    TrendCounts(PopularitySettings settings, LongIndex items) {
        this.settings = settings;
        this.items = items;
        now = new FadingCounts(settings.shortHalfLife().toMillis());
        usual = new FadingCounts(settings.longHalfLife().toMillis());
        Arrays.fill(firstSeen, Long.MAX_VALUE);
    }

    void add(int item, double weight, long at) {
        if (item >= firstSeen.length) {
            int length = firstSeen.length;
            firstSeen = Arrays.copyOf(firstSeen, Math.max(item + 1, length * 2));
            Arrays.fill(firstSeen, length, firstSeen.length, Long.MAX_VALUE);
        }
        firstSeen[item] = Math.min(firstSeen[item], at);
        now.add(item, weight, at);
        usual.add(item, weight, at);
    }

    Trend publish(LongIndex publishedItems, long at) {
        int size = Math.min(items.size(), firstSeen.length);
        double[] happened = new double[size];
        double[] expected = new double[size];
        double allHappened = 0;
        double allExpected = 0;
        for (int item = 0; item < size; item++) {
            happened[item] = now.at(item, at);
            expected[item] = expected(item, at);
            allHappened += happened[item];
            allExpected += expected[item];
        }
        double season = allExpected > 0 && allHappened > 0 ? allHappened / allExpected : 1;
        double prior = settings.trendPrior();
        float[] lifts = new float[size];
        for (int item = 0; item < size; item++) {
            lifts[item] = (float) Math.log((happened[item] + prior) / (expected[item] * season + prior));
        }
        return new Trend(publishedItems, lifts);
    }

    /** What the item's usual rate adds up to in the short window, if it has been seen for so long. */
    private double expected(int item, long at) {
        if (firstSeen[item] == Long.MAX_VALUE) {
            return 0;
        }
        long age = Math.max(1, at - firstSeen[item]);
        return usual.at(item, at) * now.steady(age) / usual.steady(age);
    }
}
