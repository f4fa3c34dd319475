package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShopperIds;

/**
 * Looks up who has said no, right before something is stored of him: what a node knows of answers given on others is a
 * moment old, and what waits to be stored is older.
 */
final class Refusals {
    private final PlatformDatabase database;

    Refusals(PlatformDatabase database) {
        this.database = database;
    }

    /** Without what may not be stored: of who has said no only that he did is. */
    List<NumberedInteraction> without(List<NumberedInteraction> interactions) {
        Set<Long> persons = new HashSet<>();
        for (NumberedInteraction one : interactions) {
            if (ShopperIds.isPerson(one.interaction().shopperId())) {
                persons.add(one.interaction().shopperId());
            }
        }
        Set<Long> refused = persons.isEmpty() ? Set.of() : among(persons);
        return refused.isEmpty()
                ? interactions
                : interactions.stream()
                        .filter(one -> !refused.contains(one.interaction().shopperId())
                                || one.interaction().type() == InteractionType.CONSENT_WITHDRAWN)
                        .toList();
    }

    private Set<Long> among(Collection<Long> shoppers) {
        List<Object> arguments = new ArrayList<>(shoppers);
        return new HashSet<>(database.jdbc()
                .queryForList(
                        "SELECT SHOPPER_ID FROM P13N_CONSENT WHERE SHOPPER_ID IN ("
                                + String.join(", ", Collections.nCopies(arguments.size(), "?"))
                                + ") AND CONSENT_STATE IN ('DENIED', 'WITHDRAWN')",
                        Long.class,
                        arguments.toArray()));
    }
}
