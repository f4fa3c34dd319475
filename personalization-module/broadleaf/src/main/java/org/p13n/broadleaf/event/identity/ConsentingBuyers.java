package org.p13n.broadleaf.event.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.p13n.broadleaf.event.Buyers;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShopperIds.Kind;

/**
 * The buyers who agreed that their orders are remembered as theirs: customers by their answers, guests only if they were
 * known visitors. A guest of whom nothing else is known never counts, because his no would not be known either.
 */
public final class ConsentingBuyers implements Buyers {
    private final PlatformDatabase database;
    private final ConsentMode mode;
    private final AliasTable aliases;
    private final ConsentTable consents;

    public ConsentingBuyers(PlatformDatabase database, ConsentMode mode, AliasTable aliases, ConsentTable consents) {
        this.database = database;
        this.mode = mode;
        this.aliases = aliases;
        this.consents = consents;
    }

    @Override
    public Map<Long, Long> shoppers(Collection<Long> platformCustomerIds) {
        Map<Long, Long> owners = aliases.owners(platformCustomerIds);
        Set<Long> candidates = new HashSet<>();
        platformCustomerIds.forEach(id -> candidates.add(owners.getOrDefault(id, id)));
        Set<Long> agreed = agreed(candidates, new HashSet<>(owners.values()));
        Map<Long, Long> shoppers = new HashMap<>();
        for (Long id : platformCustomerIds) {
            long owner = owners.getOrDefault(id, id);
            if (agreed.contains(owner)) {
                shoppers.put(id, owner);
            }
        }
        return shoppers;
    }

    /** A visitor is known by a link to him; a negative id of the platform's own only looks like one. */
    private static boolean isKnownVisitor(long id, Set<Long> owners) {
        return owners.contains(id) && ShopperIds.kind(id) == Kind.VISITOR;
    }

    private Set<Long> agreed(Set<Long> candidates, Set<Long> owners) {
        Map<Long, Answer> answers = consents.find(candidates);
        Set<Long> agreed = new HashSet<>();
        List<Long> silent = new ArrayList<>();
        for (Long id : candidates) {
            Consent answer = answers.getOrDefault(id, Answer.NONE).consent();
            if (isKnownVisitor(id, owners) || answer == Consent.GRANTED) {
                agreed.add(id);
            } else if (id > 0 && mode.allows(answer)) {
                silent.add(id);
            }
        }
        agreed.addAll(registered(silent));
        return agreed;
    }

    private List<Long> registered(List<Long> customers) {
        if (customers.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(customers.size(), "?"));
        List<Object> arguments = new ArrayList<>(customers);
        arguments.add(true);
        return database.jdbc()
                .queryForList(
                        "SELECT CUSTOMER_ID FROM BLC_CUSTOMER WHERE CUSTOMER_ID IN (" + marks
                                + ") AND IS_REGISTERED = ?",
                        Long.class,
                        arguments.toArray());
    }
}
