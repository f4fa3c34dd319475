package org.p13n.engine.model.repeat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import org.p13n.engine.model.basket.BasketModel;
import org.p13n.engine.model.basket.BasketSettings;
import org.p13n.engine.model.basket.BasketTrainer;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;
import org.p13n.engine.model.learning.ChoiceLearner;

/**
 * Learns from whole purchase histories, one shopper after the other, and trains a {@link RepeatModel}. Owned by one thread;
 * made anew for each training.
 */
public final class RepeatTrainer {
    /** Orders before a shopper's last one that are needed to learn from it. */
    private static final int LEAST_BEFORE = 2;

    private static final double DAY = TimeUnit.DAYS.toMillis(1);
    private static final long POPULAR_WINDOW = TimeUnit.DAYS.toMillis(60);
    private static final int MOST_POPULAR = 20;
    private static final double USUAL_GAP_DAYS = 30;

    private final RepeatSettings settings;
    private final LongUnaryOperator categoryOf;
    private final List<PurchaseHistory> histories = new ArrayList<>();
    private final List<PurchaseHistory> guests = new ArrayList<>();

    /** A trainer of a shop without categories. */
    public RepeatTrainer(RepeatSettings settings) {
        this(settings, itemId -> 0);
    }

    /** @param categoryOf the category of an item, whose rhythm stands in while the item has none of its own; 0 = none */
    public RepeatTrainer(RepeatSettings settings, LongUnaryOperator categoryOf) {
        this.settings = settings;
        this.categoryOf = categoryOf;
    }

    /** Takes in one known shopper; of more orders than the cap only the latest. */
    public void add(PurchaseHistory history) {
        if (history.size() > 0) {
            histories.add(history.first(history.size(), settings.latestOrders()));
        }
    }

    /** Takes in one order of nobody known: it counts for popularity alone. */
    public void addGuest(long at, long[] itemIds) {
        PurchaseHistory guest = PurchaseHistory.of(List.of(new PurchaseHistory.Order(at, itemIds)));
        if (guest.size() > 0) {
            guests.add(guest);
        }
    }

    /**
     * Trains on everything taken in.
     *
     * @param companions learned from the same orders
     */
    public RepeatModel train(BasketModel companions) {
        return fit(histories, companions, learnBlend());
    }

    /** The blend by which the shoppers' latest orders would have been foreseen best, from all that was before them. */
    private double[] learnBlend() {
        List<PurchaseHistory> choosers = histories.stream()
                .filter(history -> history.size() > LEAST_BEFORE)
                .sorted(Comparator.comparingLong(PurchaseHistory::lastAt).reversed())
                .limit(settings.choosers())
                .toList();
        if (choosers.isEmpty()) {
            return RepeatSignals.handSetBlend();
        }
        List<PurchaseHistory> before =
                histories.stream().map(RepeatTrainer::withoutLast).toList();
        RepeatModel earlier = fit(before, companionsOf(before), RepeatSignals.handSetBlend());
        ChoiceLearner learner = new ChoiceLearner(RepeatSignals.handSetBlend(), settings.priorChoices());
        for (PurchaseHistory chooser : choosers) {
            learnFrom(chooser, earlier, learner);
        }
        return learner.learn();
    }

    private static PurchaseHistory withoutLast(PurchaseHistory history) {
        return history.size() > LEAST_BEFORE ? history.first(history.size() - 1, history.size()) : history;
    }

    private void learnFrom(PurchaseHistory chooser, RepeatModel earlier, ChoiceLearner learner) {
        PurchaseHistory before = withoutLast(chooser);
        LongIndex chosen = new LongIndex();
        for (long itemId : chooser.order(chooser.size() - 1).itemIds()) {
            chosen.findOrAdd(itemId);
        }
        long now = earlier.nextKnownMoment(before);
        NextBasket basket = new NextBasket(earlier, before, now, any -> true);
        boolean[] wasChosen = new boolean[basket.size()];
        for (int candidate = 0; candidate < wasChosen.length; candidate++) {
            wasChosen[candidate] = chosen.find(basket.itemId(candidate)) >= 0;
        }
        learner.add(basket.signals(), wasChosen);
    }

    private BasketModel companionsOf(List<PurchaseHistory> before) {
        BasketSettings usual = BasketSettings.defaults();
        BasketTrainer trainer = new BasketTrainer(usual.withoutLearning());
        long order = 0;
        long last = Long.MIN_VALUE;
        for (List<PurchaseHistory> all : List.of(before, guests)) {
            for (PurchaseHistory history : all) {
                for (PurchaseHistory.Order each : history.orders()) {
                    order++;
                    last = Math.max(last, each.at());
                    for (long itemId : each.itemIds()) {
                        trainer.add(order, 0, itemId, each.at());
                    }
                }
            }
        }
        return trainer.train(order == 0 ? 0 : last);
    }

    private RepeatModel fit(List<PurchaseHistory> shoppers, BasketModel companions, double[] blend) {
        LongIndex items = new LongIndex();
        Rhythms.Counter rhythms = new Rhythms.Counter();
        SaleTimes.Counter sales = new SaleTimes.Counter();
        double gaps = 0;
        int gapCount = 0;
        long last = Long.MIN_VALUE;
        for (PurchaseHistory history : shoppers) {
            count(history, items, rhythms, sales);
            for (int order = 1; order < history.size(); order++) {
                gaps += Rhythm.log(
                        (history.order(order).at() - history.order(order - 1).at()) / DAY);
                gapCount++;
            }
            last = Math.max(last, history.lastAt());
        }
        for (PurchaseHistory guest : guests) {
            for (long itemId : guest.order(0).itemIds()) {
                sales.add(items.findOrAdd(itemId), guest.order(0).at());
            }
            last = Math.max(last, guest.lastAt());
        }
        SaleTimes times = sales.times(items.size());
        double usualGap = (gaps + Math.log(USUAL_GAP_DAYS)) / (gapCount + 1);
        Rhythms counted = rhythms.rhythms(items.size(), settings, item -> categoryOf.applyAsLong(items.keyAt(item)));
        return new RepeatModel(
                settings,
                items,
                counted,
                times,
                Kindred.of(shoppers, items, settings),
                companions,
                popular(items, times, last),
                blend,
                usualGap);
    }

    private static void count(
            PurchaseHistory history, LongIndex items, Rhythms.Counter rhythms, SaleTimes.Counter sales) {
        LongIndex own = new LongIndex();
        long[] boughtAt = new long[16];
        for (int order = 0; order < history.size(); order++) {
            PurchaseHistory.Order each = history.order(order);
            int known = own.size();
            boolean[] taken = new boolean[known];
            for (long itemId : each.itemIds()) {
                int item = items.findOrAdd(itemId);
                sales.add(item, each.at());
                int mine = own.findOrAdd(itemId);
                if (mine < known) {
                    taken[mine] = true;
                    rhythms.addInterval(item, (each.at() - boughtAt[mine]) / DAY);
                }
                if (mine == boughtAt.length) {
                    boughtAt = Arrays.copyOf(boughtAt, mine * 2);
                }
                boughtAt[mine] = each.at();
            }
            for (int mine = 0; mine < known; mine++) {
                rhythms.addChance(items.find(own.keyAt(mine)), taken[mine]);
            }
        }
    }

    private static long[] popular(LongIndex items, SaleTimes times, long last) {
        int[] counts = new int[items.size()];
        TopItems top = new TopItems(Math.min(MOST_POPULAR, counts.length), (a, b) -> {
            if (counts[a] != counts[b]) {
                return counts[a] > counts[b];
            }
            return items.keyAt(a) < items.keyAt(b);
        });
        for (int item = 0; item < counts.length; item++) {
            counts[item] = times.count(item, last, POPULAR_WINDOW);
            top.offer(item);
        }
        int[] best = top.bestFirst();
        long[] ids = new long[best.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = items.keyAt(best[i]);
        }
        return ids;
    }
}
