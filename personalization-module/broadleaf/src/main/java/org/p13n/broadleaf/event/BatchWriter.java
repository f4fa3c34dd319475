package org.p13n.broadleaf.event;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.NumberedInteraction;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** Stores batches, each interaction exactly once, whatever an earlier try has left behind. */
final class BatchWriter {
    /*
     * A try may have been committed although its answer was lost with the connection. The ids are given before the first
     * try, so that the primary key refuses the second one; then those that are there are left out. A row that is there
     * under the same id with another content is another node's, which drew the same node number by lot: the
     * interaction then gets the id of the next node number, always the same one, so that even a try after a crash finds
     * it.
     *
     * What fails in another way than a database that is away may fail because of a row, or because the database takes
     * nothing at all, which drivers report in many ways: only a row that is refused while another one would be taken
     * is given up.
     */
    private static final int MOST_TRIES = 5;

    private final InteractionTable table;
    private final Counters counters;
    private final Failures failures;

    BatchWriter(InteractionTable table, Counters counters, Failures failures) {
        this.table = table;
        this.counters = counters;
        this.failures = failures;
    }

    /**
     * @return what was stored by this try, of whom it was stored
     * @throws RuntimeException if the database does not take anything now; then try the same batch again
     */
    List<NumberedInteraction> store(List<NumberedInteraction> batch) {
        List<NumberedInteraction> rest = batch;
        for (int tries = 1; !rest.isEmpty(); tries++) {
            try {
                List<NumberedInteraction> stored = table.insertNumbered(rest);
                counters.add(Counter.INTERACTIONS_WRITTEN, stored.size());
                return stored;
            } catch (DuplicateKeyException e) {
                giveUpAfter(tries, e);
                rest = notStored(rest);
            } catch (ConcurrencyFailureException e) {
                giveUpAfter(tries, e); // two nodes stood in each other's way
            } catch (DataIntegrityViolationException e) {
                return storeApart(rest, e);
            } catch (RuntimeException e) {
                if (PlatformDatabase.isAway(e) || rest.size() == 1 && !table.takesOthers()) {
                    throw e;
                }
                return storeApart(rest, e);
            }
        }
        return List.of();
    }

    private static void giveUpAfter(int tries, RuntimeException e) {
        if (tries >= MOST_TRIES) {
            throw e;
        }
    }

    /** One row that the database refuses must not hold up all others. */
    private List<NumberedInteraction> storeApart(List<NumberedInteraction> batch, RuntimeException e) {
        if (batch.size() == 1) {
            counters.add(Counter.INTERACTIONS_REFUSED, 1);
            failures.report("storing an interaction", e);
            return List.of();
        }
        List<NumberedInteraction> stored = new ArrayList<>(store(batch.subList(0, batch.size() / 2)));
        stored.addAll(store(batch.subList(batch.size() / 2, batch.size())));
        return stored;
    }

    private List<NumberedInteraction> notStored(List<NumberedInteraction> batch) {
        Map<Long, NumberedInteraction> rows = new LinkedHashMap<>();
        Map<Long, NumberedInteraction> lists = new LinkedHashMap<>();
        batch.forEach(one -> (InteractionTable.isShown(one) ? lists : rows).putIfAbsent(one.id(), one));
        List<NumberedInteraction> missing = new ArrayList<>(table.notStored(lists.values()));
        Set<NumberedInteraction> taken = new HashSet<>();
        table.find(rows.keySet()).forEach((id, stored) -> {
            NumberedInteraction mine = rows.remove(id);
            if (!isSame(stored, mine.interaction())) {
                taken.add(new NumberedInteraction(InteractionIds.ofNextNode(id), mine.interaction()));
            }
        });
        missing.addAll(rows.values());
        if (!taken.isEmpty()) {
            table.drawOtherIds();
            missing.addAll(notStored(List.copyOf(taken)));
        }
        return missing;
    }

    /** Apart from the shopper, who may have turned out to be another, and from the words, which are cut for storing. */
    private static boolean isSame(Interaction stored, Interaction mine) {
        return stored.type() == mine.type()
                && stored.at() == mine.at()
                && stored.itemId() == mine.itemId()
                && stored.categoryId() == mine.categoryId()
                && stored.quantity() == mine.quantity()
                && stored.orderId() == mine.orderId();
    }
}
