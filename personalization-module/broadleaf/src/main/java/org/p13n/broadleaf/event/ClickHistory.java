package org.p13n.broadleaf.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.p13n.engine.event.Attribution;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;

/** The stored clicks of those who buy: {@link Attribution} says by them which list led to a purchase. */
final class ClickHistory {
    private final PlatformDatabase database;
    private final Duration window;

    /** @param days how long after a click a purchase counts as its result; 0 = nothing is joined */
    ClickHistory(PlatformDatabase database, int days) {
        this.database = database;
        window = Duration.ofDays(days);
    }

    /** The purchases, those that a click led to with the id of its list. */
    List<Interaction> join(List<Interaction> purchases) {
        if (purchases.isEmpty() || window.isZero()) {
            return purchases;
        }
        Attribution attribution = Attribution.of(clicks(purchases), window);
        return purchases.stream()
                .map(purchase -> purchase.with(purchase.details().withImpression(attribution.impressionOf(purchase))))
                .toList();
    }

    private List<Interaction> clicks(List<Interaction> purchases) {
        Set<Long> shoppers = new LinkedHashSet<>();
        long first = Long.MAX_VALUE;
        long last = 0;
        for (Interaction purchase : purchases) {
            shoppers.add(purchase.shopperId());
            first = Math.min(first, purchase.at());
            last = Math.max(last, purchase.at());
        }
        List<Object> arguments = new ArrayList<>(shoppers);
        Collections.addAll(arguments, InteractionType.CLICK.code(), first - window.toMillis(), last);
        return database.jdbc()
                .query(
                        "SELECT SHOPPER_ID, PRODUCT_ID, IMPRESSION_ID, OCCURRED_AT FROM P13N_INTERACTION"
                                + " WHERE SHOPPER_ID IN ("
                                + String.join(", ", Collections.nCopies(shoppers.size(), "?"))
                                + ") AND TYPE_CODE = ? AND OCCURRED_AT >= ? AND OCCURRED_AT <= ?",
                        (row, number) -> Interaction.click(
                                row.getLong("SHOPPER_ID"),
                                row.getLong("PRODUCT_ID"),
                                row.getLong("IMPRESSION_ID"),
                                0,
                                row.getLong("OCCURRED_AT")),
                        arguments.toArray());
    }
}
