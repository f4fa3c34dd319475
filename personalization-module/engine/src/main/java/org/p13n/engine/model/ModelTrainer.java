package org.p13n.engine.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.p13n.engine.event.Hash;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.basket.BasketModel;
import org.p13n.engine.model.basket.BasketSettings;
import org.p13n.engine.model.basket.BasketTrainer;
import org.p13n.engine.model.index.ForwardDecay;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.session.LiveSessionModel;
import org.p13n.engine.profile.ItemCatalog;

/**
 * Counts what shoppers do and publishes immutable models of it. Owned by one thread; the models may go anywhere.
 * Training and following are the same thing: a model published after each of many interactions is the model published
 * once after all of them.
 */
public final class ModelTrainer {
    private final TrainingSettings settings;
    private final LongSupplier clock;
    private final LongIndex items;
    private final ForwardDecay pairDecay;
    private final PairCounts viewedPairs;
    private final BasketTrainer baskets;
    private final ShopperSessions sessions;
    private final OrdersOfPeriod ordersOfPeriod;
    private final PopularityCounts popularity;
    private LongIndex publishedItems = new LongIndex();
    private Solved solved = Solved.NOTHING;
    private LiveSessionModel next = new LiveSessionModel(solved.sessions());
    private boolean willBeSolved;
    private long interactions;
    private long version;
    private long spentNanos;

    /**
     * A trainer that knows nothing yet.
     *
     * @param clock epoch milliseconds; what claims to be later is learned as of now
     */
    public ModelTrainer(ItemCatalog catalog, TrainingSettings settings, LongSupplier clock) {
        this(
                catalog,
                settings,
                clock,
                clock.getAsLong(),
                new LongIndex(),
                new BasketTrainer(BasketSettings.defaults()));
    }

    private ModelTrainer(
            ItemCatalog catalog,
            TrainingSettings settings,
            LongSupplier clock,
            long birth,
            LongIndex items,
            BasketTrainer baskets) {
        this.settings = settings;
        this.clock = clock;
        this.items = items;
        pairDecay = new ForwardDecay(birth, settings.pairHalfLife().toMillis());
        viewedPairs = new PairCounts(items, settings);
        this.baskets = baskets;
        sessions = new ShopperSessions(viewedPairs, pairDecay, settings);
        ordersOfPeriod = new OrdersOfPeriod(baskets, settings.purchaseAgain().toMillis());
        popularity = new PopularityCounts(
                catalog,
                items,
                new ForwardDecay(birth, settings.popularityHalfLife().toMillis()),
                settings);
    }

    /**
     * Writes all that was learned, so that another node can go on from here.
     *
     * @see #readFrom
     */
    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(pairDecay.landmark());
        out.writeLong(version);
        out.writeLong(interactions);
        items.writeTo(out);
        baskets.writeTo(out);
        viewedPairs.writeTo(out);
        sessions.writeTo(out);
        popularity.writeTo(out);
        solved.writeTo(out);
    }

    /**
     * A trainer that goes on where the one that was written has stopped: what both take in from here on, they learn alike.
     *
     * @throws IOException if the stream ends too early or says what cannot be
     */
    public static ModelTrainer readFrom(
            DataInput in, ItemCatalog catalog, TrainingSettings settings, LongSupplier clock) throws IOException {
        long birth = in.readLong();
        long version = in.readLong();
        long interactions = in.readLong();
        LongIndex items = LongIndex.readFrom(in);
        BasketTrainer baskets = BasketTrainer.readFrom(in, BasketSettings.defaults(), clock.getAsLong());
        ModelTrainer trainer = new ModelTrainer(catalog, settings, clock, birth, items, baskets);
        trainer.version = version;
        trainer.interactions = interactions;
        for (long order : baskets.orders()) {
            trainer.ordersOfPeriod.add(order);
        }
        trainer.viewedPairs.readFrom(in);
        trainer.sessions.readFrom(in, items.size());
        trainer.popularity.readFrom(in);
        trainer.adopt(Solved.readFrom(in, baskets.publish(clock.getAsLong())));
        return trainer;
    }

    /**
     * Takes in one interaction; they should come roughly in the order of time. An order's line that comes again changes
     * nothing, nor does the cancellation of an unknown order.
     */
    public void add(Interaction interaction) {
        long start = System.nanoTime();
        learn(interaction.notAfter(clock.getAsLong()));
        interactions++;
        spentNanos += System.nanoTime() - start;
    }

    /**
     * Takes the shopper's orders back, and drops the open shopping session with what it has counted for. Pairs of what the
     * shopper viewed, and purchases that name no order, are sums that nobody can be taken out of: they stay until a new
     * trainer learns everything anew.
     */
    public void forget(long shopperId) {
        forget(id -> id == shopperId);
    }

    /** Like {@link #forget(long)}, for all shoppers who are meant. */
    public void forget(LongPredicate shoppers) {
        sessions.forget(shoppers);
        for (long order : baskets.ordersOf(shoppers)) {
            takeBack(order, 0);
        }
        baskets.removeShoppers(shoppers);
    }

    /** Solves anew what baskets do not learn step by step: their linear weights and their blend. */
    BasketModel solve() {
        return baskets.train(clock.getAsLong());
    }

    /** Until {@link #adopt}, single clicks need not be learned: what is adopted will know them all. */
    void willBeSolved() {
        willBeSolved = true;
    }

    /** Takes over what was solved elsewhere from the same interactions. */
    void adopt(Solved other) {
        willBeSolved = false;
        solved = other;
        next = new LiveSessionModel(other.sessions());
    }

    /** Takes in one order that stands. */
    interface OrderVisitor {
        void visit(long shopperId, long[] itemIds, long at);
    }

    /** Tells of every order as it stands now. */
    void forEachOrder(OrderVisitor visitor) {
        for (long order : baskets.orders()) {
            long[] items = baskets.lines(order);
            if (items.length > 0) {
                visitor.visit(baskets.shopper(order), items, baskets.at(order));
            }
        }
    }

    /** A model of everything added so far. Costs little if little was added since the last one. */
    public Model publish() {
        long start = System.nanoTime();
        long now = clock.getAsLong();
        popularity.refreshCatalog(now);
        if (publishedItems.size() != items.size()) {
            publishedItems = items.copy();
        }
        BasketModel bought = baskets.publish(now);
        NeighbourTable viewed = table(viewedPairs, viewedPairs.publishRows(), settings.viewedPrior(), now);
        Popularity popular = popularity.publish(publishedItems, now);
        long bytes = bought.bytes() + viewed.bytes() + popular.bytes() + solved.bytes();
        spentNanos += System.nanoTime() - start;
        return new Model(figures(now, bytes), bought, viewed, popular, next, solved);
    }

    private void learn(Interaction interaction) {
        switch (interaction.type()) {
            case PRODUCT_VIEW -> learnView(interaction);
            case PURCHASE -> learnPurchase(interaction);
            case CANCELLATION, RETURN -> unlearn(interaction);
            default -> {}
        }
    }

    private void learnView(Interaction view) {
        int item = items.findOrAdd(view.itemId());
        if (sessions.view(view.shopperId(), item, view.at())) {
            popularity.add(item, settings.viewPopularity(), view.at());
        }
        if (!willBeSolved) {
            long session = Hash.mix(Hash.mix(view.shopperId()) + sessions.begunAt(view.shopperId()));
            next.click(view.shopperId(), session, view.itemId());
        }
    }

    private void learnPurchase(Interaction purchase) {
        int item = items.findOrAdd(purchase.itemId());
        if (purchase.orderId() == 0) {
            popularity.add(item, 1, purchase.at());
        } else if (baskets.add(purchase.orderId(), purchase.shopperId(), purchase.itemId(), purchase.at())) {
            ordersOfPeriod.add(purchase.orderId());
            if (!ordersOfPeriod.isElsewhere(purchase.orderId(), purchase.itemId())) {
                popularity.add(item, 1, baskets.at(purchase.orderId()));
            }
        }
    }

    private void unlearn(Interaction cancellation) {
        takeBack(cancellation.orderId(), cancellation.itemId());
    }

    /** @param itemId 0 = all of the order */
    private void takeBack(long orderId, long itemId) {
        for (long item : baskets.lines(orderId)) {
            if (itemId == 0 || item == itemId) {
                baskets.remove(orderId, item);
                if (!ordersOfPeriod.isElsewhere(orderId, item)) {
                    popularity.add(items.find(item), -1, baskets.at(orderId));
                }
            }
        }
    }

    private NeighbourTable table(PairCounts pairs, Row[] rows, double prior, long now) {
        return NeighbourTable.of(
                publishedItems,
                rows,
                pairs.occurrences(),
                prior / pairDecay.scale(now),
                settings.popularityDamping(),
                1);
    }

    private Model.Figures figures(long now, long tableBytes) {
        long bytes = tableBytes + publishedItems.bytes() + viewedPairs.rowBytes();
        long millis = TimeUnit.NANOSECONDS.toMillis(spentNanos);
        spentNanos = 0;
        return new Model.Figures(++version, now, millis, interactions, items.size(), bytes);
    }
}
