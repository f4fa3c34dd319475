package org.p13n.engine.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Joins what shoppers put into the cart and bought to the lists that led them to it. Immutable; the order in which
 * interactions arrive does not matter.
 */
public final class Attribution {
    /*
     * Last touch: the list from which the shopper last chose the product, at most a window before. An interaction that
     * already names its list (details().impressionId()) keeps it. What is cancelled or returned is deducted from the
     * list to which its purchase was joined, never more than was bought; 0 pieces are all of the line, the item 0 all
     * lines of the order.
     */
    private final long windowMillis;
    private final Map<Touch, NavigableMap<Long, Long>> clicks = new HashMap<>();
    private final Map<Long, Map<Long, List<Line>>> orders = new HashMap<>();
    private final Map<Long, ListOutcome> outcomes = new TreeMap<>();

    /** A shopper and a product. */
    private record Touch(long shopperId, long itemId) {}

    /** One line of an order: what led to it, and how many pieces are left of it. */
    private static final class Line {
        private final long impressionId;
        private long left;

        Line(long impressionId, long left) {
            this.impressionId = impressionId;
            this.left = left;
        }
    }

    private Attribution(Duration window) {
        if (window.isNegative()) {
            throw new IllegalArgumentException(
                    "The attribution window must be 0 or more but is " + window + ": correct the setting");
        }
        windowMillis = window.toMillis();
    }

    /** @param window how long a click counts; 0 = not at all, so that only an interaction that names its list is joined */
    public static Attribution of(Collection<Interaction> interactions, Duration window) {
        Attribution attribution = new Attribution(window);
        List<Interaction> inTime =
                interactions.stream().sorted(Interaction.IN_TIME).toList();
        inTime.forEach(attribution::noteClick);
        inTime.forEach(attribution::notePurchase);
        inTime.forEach(attribution::noteTakenBack);
        return attribution;
    }

    /** The list that led to a cart addition or purchase; 0 if none did. */
    public long impressionOf(Interaction interaction) {
        long named = interaction.details().impressionId();
        return named != 0 ? named : lastClick(interaction.shopperId(), interaction.itemId(), interaction.at());
    }

    /** What came of each list of which something came, by its id. */
    public Map<Long, ListOutcome> outcomes() {
        return Map.copyOf(outcomes);
    }

    private long lastClick(long shopperId, long itemId, long at) {
        NavigableMap<Long, Long> ofItem = clicks.get(new Touch(shopperId, itemId));
        Map.Entry<Long, Long> last = ofItem == null ? null : ofItem.floorEntry(at);
        return last == null || windowMillis == 0 || at - last.getKey() > windowMillis ? 0 : last.getValue();
    }

    private void noteClick(Interaction click) {
        if (click.type() == InteractionType.CLICK) {
            long impression = click.details().impressionId();
            count(impression, new ListOutcome(1, 0, 0, 0));
            if (click.itemId() != 0) {
                clicks.computeIfAbsent(new Touch(click.shopperId(), click.itemId()), key -> new TreeMap<>())
                        .merge(click.at(), impression, Math::max);
            }
        }
    }

    private void notePurchase(Interaction interaction) {
        switch (interaction.type()) {
            case CART_ADD -> count(impressionOf(interaction), new ListOutcome(0, 1, 0, 0));
            case PURCHASE -> {
                long impression = impressionOf(interaction);
                count(impression, new ListOutcome(0, 0, interaction.quantity(), 0));
                orders.computeIfAbsent(interaction.orderId(), id -> new TreeMap<>())
                        .computeIfAbsent(interaction.itemId(), id -> new ArrayList<>())
                        .add(new Line(impression, interaction.quantity()));
            }
            default -> {}
        }
    }

    private void noteTakenBack(Interaction interaction) {
        switch (interaction.type()) {
            case CANCELLATION, RETURN ->
                orders.getOrDefault(interaction.orderId(), Map.of()).forEach((item, lines) -> {
                    if (interaction.itemId() == 0 || interaction.itemId() == item) {
                        takeBack(lines, interaction.quantity());
                    }
                });
            default -> {}
        }
    }

    private void takeBack(List<Line> lines, int quantity) {
        long open = quantity == 0 ? Long.MAX_VALUE : quantity;
        for (Line line : lines) {
            long pieces = Math.min(open, line.left);
            line.left -= pieces;
            open -= pieces;
            count(line.impressionId, new ListOutcome(0, 0, 0, pieces));
        }
    }

    private void count(long impressionId, ListOutcome added) {
        if (impressionId != 0) {
            outcomes.merge(impressionId, added, ListOutcome::plus);
        }
    }
}
