package org.p13n.broadleaf.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;

/** Joins purchases to the lists that led to them: by the shopper's last click on the product within a window. */
final class Attribution {
    private final PlatformDatabase database;
    private final long windowMillis;

    private record Wanted(long shopperId, long productId) {}

    /** @param days how long after a click a purchase counts as its result; 0 = nothing is joined */
    Attribution(PlatformDatabase database, int days) {
        this.database = database;
        windowMillis = Duration.ofDays(days).toMillis();
    }

    /** The purchases, those that a click led to with the id of its list. */
    List<Interaction> join(List<Interaction> purchases) {
        if (purchases.isEmpty() || windowMillis == 0) {
            return purchases;
        }
        Map<Wanted, List<Interaction>> clicks = clicks(purchases);
        return clicks.isEmpty()
                ? purchases
                : purchases.stream().map(purchase -> joined(purchase, clicks)).toList();
    }

    private Interaction joined(Interaction purchase, Map<Wanted, List<Interaction>> clicks) {
        long list = 0;
        for (Interaction click : clicks.getOrDefault(new Wanted(purchase.shopperId(), purchase.itemId()), List.of())) {
            if (click.at() <= purchase.at() && click.at() >= purchase.at() - windowMillis) {
                list = click.details().impressionId();
            }
        }
        return list == 0 ? purchase : purchase.with(purchase.details().withImpression(list));
    }

    /** Oldest first. */
    private Map<Wanted, List<Interaction>> clicks(List<Interaction> purchases) {
        Set<Object> shoppers = new LinkedHashSet<>();
        long since = Long.MAX_VALUE;
        long until = 0;
        for (Interaction purchase : purchases) {
            shoppers.add(purchase.shopperId());
            since = Math.min(since, purchase.at() - windowMillis);
            until = Math.max(until, purchase.at());
        }
        String marks = String.join(", ", Collections.nCopies(shoppers.size(), "?"));
        Set<Object> arguments = new LinkedHashSet<>(shoppers);
        Map<Wanted, List<Interaction>> found = new HashMap<>();
        database.jdbc()
                .query(
                        "SELECT SHOPPER_ID, PRODUCT_ID, IMPRESSION_ID, OCCURRED_AT FROM P13N_INTERACTION WHERE TYPE_CODE = "
                                + InteractionType.CLICK.code() + " AND OCCURRED_AT >= " + since + " AND OCCURRED_AT <= "
                                + until + " AND SHOPPER_ID IN (" + marks + ") ORDER BY OCCURRED_AT, INTERACTION_ID",
                        row -> {
                            Interaction click = Interaction.click(
                                    row.getLong("SHOPPER_ID"),
                                    row.getLong("PRODUCT_ID"),
                                    row.getLong("IMPRESSION_ID"),
                                    0,
                                    row.getLong("OCCURRED_AT"));
                            found.computeIfAbsent(
                                            new Wanted(click.shopperId(), click.itemId()), wanted -> new ArrayList<>())
                                    .add(click);
                        },
                        arguments.toArray());
        return found;
    }
}
