package org.p13n.engine.ranking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.p13n.engine.model.repeat.Due;
import org.p13n.engine.model.repeat.PurchaseHistory;
import org.p13n.engine.profile.Purchase;

/** Recalls what the shopper has bought before and, by his rhythm and that of all who buy it, needs again about now. */
final class DueSource implements CandidateSource {
    /*
     * Full strength from one standard deviation before the expected day to one after it, then falling with the time since:
     * who has not come back for twice as long as usual has probably given it up. What nobody was ever seen to buy again
     * has no rhythm and is not recalled; few intervals say little (shrinkage).
     */
    private static final double INTERVALS_FOR_HALF = 3;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        List<Purchase> purchases = context.request().profile().purchases();
        double weight = context.settings().due();
        if (weight <= 0 || purchases.isEmpty()) {
            return;
        }
        PurchaseHistory history = history(purchases);
        long now = context.request().now();
        for (long itemId : context.request().profile().recentlyBought()) {
            Due due = context.model().repeats().due(history, itemId);
            double strength = due == null || now < due.earliestAt() ? 0 : strength(due, now);
            Candidate candidate = strength > 0 ? pool.candidate(itemId) : null;
            if (candidate != null) {
                candidate.add(Signal.DUE_AGAIN, weight * strength, itemId, due.ownIntervals() + 1L);
            }
        }
    }

    private static double strength(Due due, long now) {
        double intervals = (double) due.ownIntervals() + due.itemIntervals();
        double spread = Math.max(1, due.latestAt() - due.earliestAt());
        double late = Math.max(0, now - due.latestAt()) / spread;
        return intervals / (intervals + INTERVALS_FOR_HALF) / (1 + late);
    }

    private static PurchaseHistory history(List<Purchase> purchases) {
        Map<Long, List<Long>> orders = new LinkedHashMap<>();
        purchases.forEach(purchase ->
                orders.computeIfAbsent(purchase.at(), any -> new ArrayList<>()).add(purchase.itemId()));
        return PurchaseHistory.of(orders.entrySet().stream()
                .map(order -> new PurchaseHistory.Order(
                        order.getKey(),
                        order.getValue().stream().mapToLong(Long::longValue).toArray()))
                .toList());
    }
}
