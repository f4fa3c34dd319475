package org.p13n.engine.ranking.listing;

import java.time.Duration;
import org.p13n.engine.model.demand.Demand;
import org.p13n.engine.model.demand.DemandTrainer;
import org.p13n.engine.model.item.ItemModel;
import org.p13n.engine.model.item.ItemSettings;
import org.p13n.engine.model.item.ItemTrainer;
import org.p13n.engine.model.item.Step;
import org.p13n.engine.model.item.Touch;

/**
 * What all shoppers taught, as far as it places products in lists. Immutable.
 */
public final class ListingModels {
    private static final int NEIGHBOURS = 150;

    private final Demand demand;
    private final ItemModel together;
    private final ItemModel next;
    private final ItemModel alike;
    private final DemandFeatures demandFeatures;

    /**
     * Puts models together that may have been read from where they were written.
     *
     * @param demand how products sell
     * @param together which are bought in one order, of late
     * @param next which are bought in one of the next orders
     * @param alike which the same shoppers buy at any time
     */
    public ListingModels(Demand demand, ItemModel together, ItemModel next, ItemModel alike) {
        this.demand = demand;
        this.together = together;
        this.next = next;
        this.alike = alike;
        demandFeatures = new DemandFeatures(demand);
    }

    public Demand demand() {
        return demand;
    }

    public ItemModel together() {
        return together;
    }

    public ItemModel next() {
        return next;
    }

    public ItemModel alike() {
        return alike;
    }

    DemandFeatures demandFeatures() {
        return demandFeatures;
    }

    /** Estimated heap. */
    public long bytes() {
        return demand.bytes() + demandFeatures.bytes() + together.bytes() + next.bytes() + alike.bytes();
    }

    /** Collects purchases in any order and trains models of them, as often as wanted. Not thread-safe. */
    public static final class Trainer {
        private final DemandTrainer demand = new DemandTrainer();
        private final ItemTrainer together = new ItemTrainer(together());
        private final ItemTrainer next = new ItemTrainer(next());
        private final ItemTrainer alike = new ItemTrainer(alike());
        private long guests;

        /** A trainer that knows no purchase yet. */
        public Trainer() {}

        /**
         * Adds an order.
         *
         * @param shopperId 0 = unknown
         */
        public void add(long shopperId, long[] itemIds, long at) {
            long shopper = shopperId == 0 ? --guests : shopperId;
            for (long itemId : itemIds) {
                demand.add(shopperId, itemId, at);
                together.add(shopper, itemId, Touch.PURCHASE, at);
                if (shopperId != 0) {
                    next.add(shopperId, itemId, Touch.PURCHASE, at);
                    alike.add(shopperId, itemId, Touch.PURCHASE, at);
                }
            }
        }

        /** @param now epoch milliseconds; what claims to be later counts as of now */
        public ListingModels train(long now) {
            return new ListingModels(demand.train(now), together.train(now), next.train(now), alike.train(now));
        }

        private static ItemSettings together() {
            return new ItemSettings(0, 200, 0, 1, Duration.ZERO, Duration.ofDays(90), 0, 1, 5_000, 0.5, NEIGHBOURS);
        }

        private static ItemSettings next() {
            return new ItemSettings(
                    5, 500, 0.5, 0, Duration.ofDays(180), Duration.ofDays(365), 0, 1, 2_000, 5, NEIGHBOURS);
        }

        private static ItemSettings alike() {
            return new ItemSettings(1_000, 2_000, 0, 1, Duration.ZERO, Duration.ZERO, 0, 0, 2_000, 10, NEIGHBOURS);
        }
    }

    /** The step that all lists take. */
    static final Step STEP = Step.BOUGHT_BOUGHT;
}
