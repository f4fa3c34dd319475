package org.p13n.engine.model.basket;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import org.p13n.engine.model.index.LongIndex;

/**
 * What belongs into a cart: for one item and for many. Immutable and safe to share; models of one trainer share the rows of
 * items that were not touched in between. At most 4.9 KB per item with the default settings, see {@link #bytes}.
 */
public final class BasketModel {
    private static final BasketModel EMPTY = new BasketModel(
            new LongIndex(),
            new SeedRow[0],
            new float[0],
            new int[0],
            new float[0],
            new int[0],
            Signals.handSetBlend(),
            new BasketFigures(0, 0, 1, 1));

    /** Items of a cart that are looked at; more say nothing new. */
    private static final int MOST_SEEDS = 200;

    /** Candidates that are scored in full. */
    private static final int SIEVED = 128;

    private static final double THIN_ORDERS = 1;

    /** How much more often than by chance a pair must be bought together to be offered as a bundle. */
    private static final double LEAST_LIFT = 1.5;

    private static final double THIN_CONDITION = 0.5;

    private final LongIndex items;
    private final SeedRow[] rows;
    private final float[] occurrences;
    private final int[] frequencies;
    private final float[] popularities;
    private final int[] popular;
    private final double[] blend;
    private final BasketFigures figures;
    private final long bytes;

    /**
     * @param occurrences by item, in orders of today
     * @param frequencies by item, number of orders
     * @param popularities signals of popularity, item after item
     * @param popular items that fill a list
     */
    BasketModel(
            LongIndex items,
            SeedRow[] rows,
            float[] occurrences,
            int[] frequencies,
            float[] popularities,
            int[] popular,
            double[] blend,
            BasketFigures figures) {
        this.items = items;
        this.rows = rows;
        this.occurrences = occurrences;
        this.frequencies = frequencies;
        this.popularities = popularities;
        this.popular = popular;
        this.blend = blend;
        this.figures = figures;
        bytes = items.bytes()
                + Arrays.stream(rows).mapToLong(SeedRow::bytes).sum()
                + 4L * (2 * occurrences.length + popularities.length)
                + 8L * rows.length;
    }

    /** The model of a shop that has sold nothing. */
    public static BasketModel empty() {
        return EMPTY;
    }

    /** Number of items that were ever in an order. */
    public int items() {
        return items.size();
    }

    /** Number of orders learned from. */
    public int orders() {
        return figures.orders();
    }

    /** The moment of publication in epoch milliseconds, 0 for the empty model. */
    public long publishedAt() {
        return figures.publishedAt();
    }

    /** Estimated heap, rows shared with other models included. */
    public long bytes() {
        return bytes;
    }

    /**
     * What completes a cart, best first; ties by item id. Unknown and repeated items of the cart are ignored; popular items
     * fill the list where companions are few.
     *
     * @param allowed which items may be given; items of the cart never are
     */
    public List<BasketItem> complete(long[] cart, int count, LongPredicate allowed) {
        return rank(cart, count, 0, allowed);
    }

    /**
     * What is bought together with an item, best first, with enough evidence to be offered as one bundle: at least two
     * orders hold both, and half more than would by chance; or one does, in a shop that has sold little yet. Popularity has
     * no say here: what everybody buys belongs to nothing.
     */
    public List<BasketItem> bundle(long seedId, int count, LongPredicate allowed) {
        boolean small = figures.leastEvidence() <= 1;
        CartEvidence evidence = evidence(known(new long[] {seedId}));
        List<BasketItem> companions = new ArrayList<>();
        for (int place = 0; place < evidence.size(); place++) {
            long item = id(evidence.item(place));
            double belonging = promise(evidence, place, 1);
            if (item != seedId
                    && belonging > 0
                    && evidence.orders(place) >= figures.leastEvidence()
                    && (small || lift(seedId, item) >= LEAST_LIFT)
                    && allowed.test(item)) {
                companions.add(new BasketItem(item, Math.log(belonging), evidence.orders(place)));
            }
        }
        companions.sort(Comparator.comparingDouble(BasketItem::score).reversed().thenComparingLong(BasketItem::itemId));
        return companions.size() <= count ? companions : List.copyOf(companions.subList(0, count));
    }

    /**
     * What weighted items say of others, for models that build on this one. Unknown items say nothing.
     *
     * @param says how much each item counts; 0 or more
     */
    public Association associate(long[] itemIds, double[] says) {
        int companions = 0;
        for (long itemId : itemIds) {
            int item = items.find(itemId);
            companions += item < 0 ? 0 : rows[item].size();
        }
        CartEvidence evidence = new CartEvidence(companions);
        for (int i = 0; i < itemIds.length; i++) {
            int item = items.find(itemIds[i]);
            if (item >= 0 && says[i] > 0) {
                evidence.addLinear(rows[item], (float) says[i]);
            }
        }
        return new Association(items, evidence);
    }

    /** Number of orders that hold both items; 0 also if neither is among the other's most frequent companions. */
    public int together(long itemId, long otherId) {
        return Math.max(directed(itemId, otherId), directed(otherId, itemId));
    }

    /**
     * How much two items stand for each other instead of going together: 0 to 1. High for items that are alike but meet in
     * orders less often than by chance, so that a bundle of both is a mistake and one instead of the other a service.
     *
     * @param alike how alike they are, 0 to 1: seen by the same shoppers, same category, similar words; 0 = nothing known
     */
    public double substitution(long itemId, long otherId, double alike) {
        if (!(alike >= 0 && alike <= 1)) {
            throw new IllegalArgumentException("Likeness must be 0 to 1 but is " + alike);
        }
        return alike / (1 + lift(itemId, otherId));
    }

    /** How much more often two items are in one order than by chance; 1 = as by chance, also where nothing is known. */
    public double lift(long itemId, long otherId) {
        int a = items.find(itemId);
        int b = items.find(otherId);
        if (a < 0 || b < 0 || figures.orders() == 0) {
            return 1;
        }
        double expected = (double) frequencies[a] * frequencies[b] / figures.orders();
        return (Math.max(ordersTogether(a, b), ordersTogether(b, a)) + THIN_ORDERS) / (expected + THIN_ORDERS);
    }

    /** How the score of an item in a cart arises; an unknown item's is of popularity alone. */
    public BasketExplanation explain(long[] cart, long itemId) {
        return new CartExplainer(this, known(cart)).explain(items.find(itemId));
    }

    List<BasketItem> rank(long[] cart, int count, int leastOrders, LongPredicate allowed) {
        int[] seeds = known(cart);
        Blended candidates = candidates(seeds, Math.max(SIEVED, count), leastOrders, allowed);
        double[] scores = candidates.scores(blend);
        List<BasketItem> ranked = new ArrayList<>(Math.min(count, candidates.size()));
        for (int candidate : candidates.best(count, scores)) {
            ranked.add(new BasketItem(id(candidates.item(candidate)), scores[candidate], candidates.orders(candidate)));
        }
        return ranked;
    }

    Blended candidates(int[] seeds, int most, int leastOrders, LongPredicate allowed) {
        CartEvidence evidence = evidence(seeds);
        return new Blended(this, evidence, Math.max(1, seeds.length), most, place -> {
            int item = evidence.item(place);
            return evidence.orders(place) >= leastOrders && !contains(seeds, item) && allowed.test(id(item));
        });
    }

    CartEvidence evidence(int[] seeds) {
        int companions = popular.length;
        for (int seed : seeds) {
            companions += rows[seed].size();
        }
        CartEvidence evidence = new CartEvidence(companions);
        for (int seed : seeds) {
            add(seed, evidence);
        }
        for (int item : popular) {
            evidence.place(item);
        }
        return evidence;
    }

    void add(int seed, CartEvidence evidence) {
        evidence.add(rows[seed], (float) (figures.scale() / (occurrences[seed] + THIN_CONDITION)), (float)
                (figures.scale() / Math.sqrt(occurrences[seed] + THIN_ORDERS)));
    }

    void signals(CartEvidence evidence, int place, int cartSize, float[] signals) {
        int item = evidence.item(place);
        Signals.evidence(
                evidence.linear(place),
                evidence.conditional(place),
                cosine(evidence, place),
                evidence.strongest(place),
                cartSize,
                signals);
        System.arraycopy(popularities, item * Says.WINDOWS.length, signals, Signals.POPULARITY, Says.WINDOWS.length);
    }

    float promise(CartEvidence evidence, int place, int cartSize) {
        return (float)
                Signals.sieve(evidence.linear(place), evidence.conditional(place), cosine(evidence, place), cartSize);
    }

    double cosine(CartEvidence evidence, int place) {
        return evidence.halfCosine(place) / Math.sqrt(occurrences[evidence.item(place)] + THIN_ORDERS);
    }

    double[] blend() {
        return blend;
    }

    LongIndex index() {
        return items;
    }

    SeedRow row(int item) {
        return rows[item];
    }

    BasketFigures figures() {
        return figures;
    }

    float[] occurrences() {
        return occurrences;
    }

    int[] frequencies() {
        return frequencies;
    }

    float[] popularities() {
        return popularities;
    }

    int[] popular() {
        return popular;
    }

    long id(int item) {
        return items.keyAt(item);
    }

    /** The distinct known items of a cart. */
    int[] known(long[] cart) {
        int[] seeds = new int[Math.min(cart.length, MOST_SEEDS)];
        int count = 0;
        for (int i = 0; i < cart.length && count < MOST_SEEDS; i++) {
            int item = items.find(cart[i]);
            if (item >= 0 && !contains(Arrays.copyOf(seeds, count), item)) {
                seeds[count++] = item;
            }
        }
        return Arrays.copyOf(seeds, count);
    }

    int ordersTogether(int seed, int item) {
        int place = rows[seed].find(item);
        return place < 0 ? 0 : rows[seed].orders()[place];
    }

    private int directed(long seedId, long itemId) {
        int seed = items.find(seedId);
        int item = items.find(itemId);
        return seed < 0 || item < 0 ? 0 : ordersTogether(seed, item);
    }

    private static boolean contains(int[] items, int item) {
        for (int each : items) {
            if (each == item) {
                return true;
            }
        }
        return false;
    }

    /** Writes everything that is needed to go on from here. */
    public void writeTo(DataOutput out) throws IOException {
        BasketFormat.write(this, out);
    }

    /** Reads what {@link #writeTo} wrote; refuses figures that no trainer would write. */
    public static BasketModel readFrom(DataInput in) throws IOException {
        return BasketFormat.read(in);
    }
}
