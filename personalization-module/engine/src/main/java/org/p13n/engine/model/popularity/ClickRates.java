package org.p13n.engine.model.popularity;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.p13n.engine.model.index.LongIndex;

/** How often each item is chosen when it is shown, and how sure that is: a Beta posterior per item. Immutable. */
public final class ClickRates {
    /** Nothing is known: every item has the usual rate. */
    public static final ClickRates UNKNOWN = new ClickRates(
            new LongIndex(),
            new float[0],
            new float[0],
            PopularitySettings.defaults().usualRate(),
            PopularitySettings.defaults().ratePrior());

    private final LongIndex items;
    private final float[] impressions;
    private final float[] clicks;
    private final double shopRate;
    private final double prior;

    ClickRates(LongIndex items, float[] impressions, float[] clicks, double shopRate, double prior) {
        this.items = items;
        this.impressions = impressions;
        this.clicks = clicks;
        this.shopRate = shopRate;
        this.prior = prior;
    }

    /** The click rate of the whole shop, the mean of every item's prior. */
    public double shopRate() {
        return shopRate;
    }

    /** The decayed number of impressions, each by how much its place is looked at. */
    public double impressions(long itemId) {
        int item = items.find(itemId);
        return item < 0 || item >= impressions.length ? 0 : impressions[item];
    }

    /** The decayed number of clicks. */
    public double clicks(long itemId) {
        int item = items.find(itemId);
        return item < 0 || item >= clicks.length ? 0 : clicks[item];
    }

    /** The rate to expect: between the shop's and the observed one, nearer to the latter the more is known. */
    public double rate(long itemId) {
        return (clicks(itemId) + prior * shopRate) / (impressions(itemId) + prior);
    }

    /** A rate drawn from what is believed of the item; the same for the same seed. */
    double draw(long itemId, long seed) {
        double chosen = clicks(itemId);
        double ignored = Math.max(0, impressions(itemId) - chosen);
        return BetaDraw.draw(chosen + prior * shopRate, ignored + prior * (1 - shopRate), seed);
    }

    /** Estimated heap without the index of items, which models share. */
    public long bytes() {
        return (long) Float.BYTES * (impressions.length + clicks.length);
    }

    public void writeTo(DataOutput out) throws IOException {
        items.writeTo(out);
        out.writeInt(impressions.length);
        for (float number : impressions) {
            out.writeFloat(number);
        }
        out.writeInt(clicks.length);
        for (float number : clicks) {
            out.writeFloat(number);
        }
        out.writeDouble(shopRate);
        out.writeDouble(prior);
    }

    /** Reads what {@link #writeTo} wrote; refuses what it cannot have written. */
    public static ClickRates readFrom(DataInput in) throws IOException {
        LongIndex items = LongIndex.readFrom(in);
        float[] impressions = Stored.floats(in, items.size(), 0, Float.MAX_VALUE);
        float[] clicks = Stored.floats(in, items.size(), 0, Float.MAX_VALUE);
        double shopRate = in.readDouble();
        double prior = in.readDouble();
        if (!(shopRate >= 1e-6 && shopRate <= 1 - 1e-6)
                || !(prior >= PopularitySettings.LEAST_RATE_PRIOR && prior <= 1e9)) {
            throw new IOException(
                    "Click rates must have a shop's rate between 0 and 1 and a prior of at least 0.01 but have "
                            + shopRate + " and " + prior);
        }
        return new ClickRates(items, impressions, clicks, shopRate, prior);
    }
}
