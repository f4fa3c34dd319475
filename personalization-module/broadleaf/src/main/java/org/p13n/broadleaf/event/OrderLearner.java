package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.ShopOrder.Line;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShopperIds;
import org.springframework.dao.DuplicateKeyException;

/**
 * Turns the shop's submitted orders into purchases, cancelled and returned ones into cancellations and returns, each
 * exactly once: the row in {@code P13N_ORDER} is written in the same transaction.
 *
 * <p>A purchase is stored under the buyer's id if he agreed to that, else under the order's own, which stands for a basket
 * of nobody: the shop still learns what is bought together.
 */
public final class OrderLearner {
    private final PlatformDatabase database;
    private final OrderReader orders;
    private final Buyers buyers;
    private final ClickHistory clicks;
    private final InteractionTable interactions;
    private final InteractionRecorder recorder;
    private final Counters counters;
    private final LongSupplier clock;
    private final ApartOrders apart;
    private final ToldBuyers told = new ToldBuyers();

    /**
     * How orders are read.
     *
     * @param returnedStatus the status that the shop gives to orders that were sent back
     * @param attributionDays how long after a click a purchase counts as its result; 0 = never
     */
    public record Rules(String returnedStatus, int attributionDays) {}

    public OrderLearner(
            PlatformDatabase database,
            Buyers buyers,
            InteractionTable interactions,
            InteractionRecorder recorder,
            Counters counters,
            Rules rules) {
        this(database, buyers, interactions, recorder, counters, rules, System::currentTimeMillis);
    }

    OrderLearner(
            PlatformDatabase database,
            Buyers buyers,
            InteractionTable interactions,
            InteractionRecorder recorder,
            Counters counters,
            Rules rules,
            LongSupplier clock) {
        this.database = database;
        this.buyers = buyers;
        this.interactions = interactions;
        this.recorder = recorder;
        this.counters = counters;
        this.clock = clock;
        orders = new OrderReader(database, rules.returnedStatus(), clock);
        apart = new ApartOrders(database, clock);
        clicks = new ClickHistory(database, rules.attributionDays());
        recorder.tellOfErasures(told);
    }

    /** The submitted orders that are not learned yet, oldest first. */
    List<Long> unlearned() {
        return orders.unlearned();
    }

    /** The orders that were learned as submitted and are cancelled or returned by now. */
    List<Long> reversedSince() {
        return orders.reversedSince();
    }

    /**
     * The checkout knew for whom the order was placed; what it knew counts more than what the tables say later, except
     * that the shopper may have changed his mind.
     */
    void placed(long orderId, ToldBuyers.Buyer buyer) {
        told.put(orderId, buyer);
    }

    /** Learns from these orders whatever is not known of them yet. */
    void learn(List<Long> orderIds) {
        if (orderIds.isEmpty()) {
            return;
        }
        try {
            List<Interaction> learned = database.inTransaction(() -> store(orderIds));
            count(learned);
            recorder.stored(learned, true);
            told.remove(orderIds);
        } catch (DuplicateKeyException e) {
            // another node has just learned one of them (or drew the same ids): one by one, only that one fails
            if (orderIds.size() > 1) {
                orderIds.forEach(id -> learn(List.of(id)));
            }
        }
    }

    private void count(List<Interaction> learned) {
        counters.add(Counter.ORDERS_LEARNED, orders(learned, InteractionType.PURCHASE));
        counters.add(Counter.ORDERS_CANCELLED, orders(learned, InteractionType.CANCELLATION));
    }

    private static long orders(List<Interaction> learned, InteractionType type) {
        return learned.stream()
                .filter(interaction -> interaction.type() == type)
                .mapToLong(Interaction::orderId)
                .distinct()
                .count();
    }

    private List<Interaction> store(List<Long> orderIds) {
        List<ShopOrder> read = orders.read(orderIds);
        List<ShopOrder> fresh = read.stream().filter(ShopOrder::isNew).toList();
        List<ShopOrder> reversed = read.stream().filter(ShopOrder::isReversed).toList();
        Map<Long, Long> shoppers =
                buyers.shoppers(read.stream().map(this::buyerToAskFor).collect(Collectors.toSet()));
        Set<Long> noted = apart.among(orderIds);
        noteSubmitted(fresh, noted);
        List<Interaction> purchases = new ArrayList<>();
        fresh.stream()
                .filter(OrderLearner::hasNumber)
                .forEach(order -> purchases.addAll(purchases(order, buyer(order, shoppers, noted))));
        List<Interaction> learned = new ArrayList<>(clicks.join(purchases));
        reversed.stream()
                .filter(this::noteReversed)
                .filter(OrderLearner::hasNumber)
                .forEach(order -> learned.addAll(reversals(order, buyer(order, shoppers, noted))));
        interactions.insert(learned);
        if (!noted.isEmpty()) {
            apart.remove(noted);
        }
        return learned;
    }

    /** The platform numbers orders from 1; another program's may have other numbers, for which there is no basket. */
    private static boolean hasNumber(ShopOrder order) {
        return order.id() > 0;
    }

    private long buyer(ShopOrder order, Map<Long, Long> shoppers, Set<Long> noted) {
        boolean unknown = noted.contains(order.id())
                || told.of(order.id()).filter(buyer -> !buyer.isPerson()).isPresent();
        Long known = unknown ? null : shoppers.get(buyerToAskFor(order));
        return known != null && ShopperIds.mayBeStored(known) ? known : ShopperIds.basket(order.id());
    }

    private long buyerToAskFor(ShopOrder order) {
        return told.of(order.id())
                .filter(ToldBuyers.Buyer::isPerson)
                .map(ToldBuyers.Buyer::shopperId)
                .orElse(order.customerId());
    }

    private boolean isKeptApart(ShopOrder order, Set<Long> noted) {
        return noted.contains(order.id())
                || told.of(order.id()).filter(ToldBuyers.Buyer::apart).isPresent();
    }

    private void noteSubmitted(List<ShopOrder> fresh, Set<Long> noted) {
        long now = clock.getAsLong();
        database.jdbc()
                .batchUpdate(
                        "INSERT INTO P13N_ORDER (ORDER_ID, ORDER_STATUS, KEPT_APART, LEARNED_AT)"
                                + " VALUES (?, ?, ?, ?)",
                        fresh.stream()
                                .map(order -> new Object[] {order.id(), order.status(), isKeptApart(order, noted), now})
                                .toList());
    }

    /** @return false if another node was faster */
    private boolean noteReversed(ShopOrder order) {
        return database.jdbc()
                        .update(
                                "UPDATE P13N_ORDER SET ORDER_STATUS = ?, LEARNED_AT = ?"
                                        + " WHERE ORDER_ID = ? AND ORDER_STATUS = ?",
                                order.status(),
                                clock.getAsLong(),
                                order.id(),
                                ShopOrder.SUBMITTED)
                == 1;
    }

    private static List<Interaction> purchases(ShopOrder order, long shopperId) {
        return order.lines().stream()
                .filter(line -> line.productId() != 0 && line.quantity() >= 1)
                .map((Line line) ->
                        Interaction.purchase(shopperId, line.productId(), line.quantity(), order.id(), order.at()))
                .toList();
    }

    /** Takes back what is stored of the order, and no more: what was erased or rolled up does not come back this way. */
    private List<Interaction> reversals(ShopOrder order, long shopperId) {
        InteractionType type =
                order.status().equals(ShopOrder.CANCELLED) ? InteractionType.CANCELLATION : InteractionType.RETURN;
        return database.jdbc()
                .query(
                        "SELECT SHOPPER_ID, PRODUCT_ID, QUANTITY, IMPRESSION_ID FROM P13N_INTERACTION"
                                + " WHERE SHOPPER_ID IN (?, ?) AND ORDER_ID = ? AND TYPE_CODE = ? ORDER BY INTERACTION_ID",
                        (row, number) -> new Interaction(
                                type,
                                row.getLong("SHOPPER_ID"),
                                row.getLong("PRODUCT_ID"),
                                0,
                                null,
                                row.getInt("QUANTITY"),
                                order.id(),
                                clock.getAsLong(),
                                InteractionDetails.NONE.withImpression(row.getLong("IMPRESSION_ID"))),
                        shopperId,
                        ShopperIds.basket(order.id()),
                        order.id(),
                        InteractionType.PURCHASE.code());
    }
}
