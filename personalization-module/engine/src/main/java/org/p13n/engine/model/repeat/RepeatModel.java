package org.p13n.engine.model.repeat;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.p13n.engine.model.basket.BasketModel;
import org.p13n.engine.model.index.LongIndex;

/**
 * What shoppers buy next and when they need it again. Knows no shoppers: each question brings the shopper's own history, so
 * that a purchase counts at once. Immutable and safe to share; stands on a {@link BasketModel}.
 */
public final class RepeatModel {
    private static final double DAY = 86_400_000;

    private final RepeatSettings settings;
    private final LongIndex items;
    private final Rhythms rhythms;
    private final SaleTimes sales;
    private final Kindred kindred;
    private final BasketModel companions;
    private final long[] popular;
    private final double[] blend;
    private final double usualGapLog;

    /**
     * @param popular items that fill the list of who has bought little
     * @param usualGapLog mean log of days between two orders of a shopper
     */
    RepeatModel(
            RepeatSettings settings,
            LongIndex items,
            Rhythms rhythms,
            SaleTimes sales,
            Kindred kindred,
            BasketModel companions,
            long[] popular,
            double[] blend,
            double usualGapLog) {
        this.settings = settings;
        this.items = items;
        this.rhythms = rhythms;
        this.sales = sales;
        this.kindred = kindred;
        this.companions = companions;
        this.popular = popular;
        this.blend = blend;
        this.usualGapLog = usualGapLog;
    }

    /** The model of a shop that has sold nothing. */
    public static RepeatModel empty() {
        return new RepeatTrainer(RepeatSettings.defaults()).train(BasketModel.empty());
    }

    /** Number of items that were ever sold. */
    public int items() {
        return items.size();
    }

    /** Estimated heap without that of the basket model. */
    public long bytes() {
        return items.bytes() + rhythms.bytes() + sales.bytes() + kindred.bytes() + 8L * popular.length;
    }

    /** The shopper's likely next basket, best first; ties by item id. */
    public List<RepeatItem> next(PurchaseHistory history, long now, int count, LongPredicate allowed) {
        NextBasket basket = new NextBasket(this, seen(history), now, allowed);
        double[] scores = basket.scores(blend);
        List<RepeatItem> next = new ArrayList<>(Math.min(count, basket.size()));
        for (int candidate : basket.best(count, scores)) {
            next.add(new RepeatItem(basket.itemId(candidate), scores[candidate], basket.purchases(candidate)));
        }
        return next;
    }

    /**
     * When the shopper is likely to order next, from his gaps between orders shrunk to the usual one.
     *
     * @return epoch milliseconds; 0 if he has never ordered
     */
    public long nextOrderAt(PurchaseHistory history) {
        if (history.size() == 0) {
            return 0;
        }
        double sum = settings.gapPrior() * usualGapLog;
        PurchaseHistory seen = seen(history);
        for (int order = 1; order < seen.size(); order++) {
            sum += Rhythm.log((seen.order(order).at() - seen.order(order - 1).at()) / DAY);
        }
        double days = Math.exp(sum / (settings.gapPrior() + seen.size() - 1));
        return history.lastAt() + (long) (days * DAY);
    }

    /** When he is likely to order next, but not after the latest sale that the model knows of. */
    public long nextKnownMoment(PurchaseHistory history) {
        return Math.min(sales.latest(), nextOrderAt(history));
    }

    /** When the shopper is likely to need an item again; null if he never bought it. */
    public Due due(PurchaseHistory history, long itemId) {
        Purchases purchases = new Purchases(seen(history), settings, history.lastAt());
        int own = purchases.find(itemId);
        if (own < 0) {
            return null;
        }
        Rhythm rhythm = rhythm(purchases, own);
        long lastAt = purchases.lastAt(own);
        return new Due(
                lastAt + (long) (rhythm.days(0) * DAY),
                lastAt + (long) (rhythm.days(-1) * DAY),
                lastAt + (long) (rhythm.days(1) * DAY),
                rhythm.intervals(),
                rhythms.of(items.find(itemId)).intervals());
    }

    /** How the score of an item for a shopper arises. */
    public RepeatExplanation explain(PurchaseHistory history, long now, long itemId) {
        NextBasket basket = new NextBasket(this, seen(history), now, id -> id == itemId);
        double[] shares = new double[RepeatSignals.COUNT];
        double score = 0;
        for (int candidate = 0; candidate < basket.size(); candidate++) {
            for (int k = 0; k < shares.length; k++) {
                shares[k] = blend[k] * basket.signals()[candidate * RepeatSignals.COUNT + k];
                score += shares[k];
            }
        }
        double rhythm = shares[RepeatSignals.LATENESS] + shares[RepeatSignals.UNTIMELY] + shares[RepeatSignals.RATE];
        double taste = shares[RepeatSignals.TASTE]
                + shares[RepeatSignals.OWN_TASTE]
                + shares[RepeatSignals.KINDRED]
                + shares[RepeatSignals.OWN_KINDRED];
        double popularity = 0;
        for (int window = 0; window < RepeatSignals.WINDOW_DAYS.length; window++) {
            popularity += shares[RepeatSignals.SALES + window];
        }
        return new RepeatExplanation(score, score - rhythm - taste - popularity, rhythm, taste, popularity);
    }

    PurchaseHistory seen(PurchaseHistory history) {
        return history.first(history.size(), settings.latestOrders());
    }

    /** The shopper's own rhythm with an item, shrunk to everybody's. */
    Rhythm rhythm(Purchases purchases, int own) {
        Rhythm usual = rhythms.of(items.find(purchases.itemId(own)));
        int intervals = purchases.times(own) - 1;
        if (intervals == 0) {
            return new Rhythm(usual.meanLog(), usual.deviation(), 0);
        }
        double prior = settings.intervalPrior();
        double mean =
                (prior * usual.meanLog() + intervals * Rhythm.log(purchases.meanInterval(own))) / (prior + intervals);
        return new Rhythm(mean, usual.deviation(), intervals);
    }

    double rate(long itemId) {
        return rhythms.rate(items.find(itemId));
    }

    Likes likes(PurchaseHistory history) {
        return kindred.likes(history, items);
    }

    int number(long itemId) {
        return items.find(itemId);
    }

    long itemId(int number) {
        return items.keyAt(number);
    }

    int sales(long itemId, long at, long window) {
        return sales.count(items.find(itemId), at, window);
    }

    RepeatSettings settings() {
        return settings;
    }

    BasketModel companions() {
        return companions;
    }

    long[] popular() {
        return popular;
    }

    double[] blend() {
        return blend;
    }

    /** Writes everything but the basket model, which is stored by itself. */
    public void writeTo(DataOutput out) throws IOException {
        items.writeTo(out);
        rhythms.writeTo(out);
        sales.writeTo(out);
        kindred.writeTo(out);
        out.writeInt(popular.length);
        for (long itemId : popular) {
            out.writeLong(itemId);
        }
        for (double weight : blend) {
            out.writeDouble(weight);
        }
        out.writeDouble(usualGapLog);
    }

    /**
     * Reads what {@link #writeTo} wrote; refuses figures that no trainer would write.
     *
     * @param companions the basket model to stand on
     */
    public static RepeatModel readFrom(DataInput in, RepeatSettings settings, BasketModel companions)
            throws IOException {
        LongIndex items = LongIndex.readFrom(in);
        Rhythms rhythms = Rhythms.readFrom(in, items.size());
        SaleTimes sales = SaleTimes.readFrom(in, items.size());
        Kindred kindred = Kindred.readFrom(in, items.size(), settings.neighbours());
        int count = in.readInt();
        if (count < 0 || count > items.size()) {
            throw new IOException("A stored model of " + items.size() + " items has " + count + " popular ones");
        }
        long[] popular = new long[count];
        for (int i = 0; i < count; i++) {
            popular[i] = in.readLong();
        }
        double[] blend = new double[RepeatSignals.COUNT];
        for (int i = 0; i < blend.length; i++) {
            blend[i] = in.readDouble();
        }
        double usualGapLog = in.readDouble();
        if (!Double.isFinite(usualGapLog) || !Arrays.stream(blend).allMatch(Double::isFinite)) {
            throw new IOException("The weights and the usual gap of a stored model must be numbers but are "
                    + Arrays.toString(blend) + " and " + usualGapLog);
        }
        return new RepeatModel(settings, items, rhythms, sales, kindred, companions, popular, blend, usualGapLog);
    }
}
