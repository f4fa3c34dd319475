package org.p13n.broadleaf.event.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;

/**
 * The answers of the shoppers that are around, as this node knows them: a bounded cache over the table. Changes that
 * other nodes make are read every second or so.
 */
public final class Consents {
    /** Answers a node remembers; some 100 bytes each. */
    private static final int CAPACITY = 50_000;

    /** Clocks differ and transactions end late: so far back every look reaches, in milliseconds. */
    private static final long OVERLAP_MILLIS = 60_000;

    private static final long PAUSE_AFTER_FAILURE_MILLIS = 5_000;

    private final ConsentTable table;
    private final Failures failures;
    private final LongSupplier clock;
    private final Map<Long, Answer> cached = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Answer> eldest) {
            return size() > CAPACITY;
        }
    };
    private long latest;
    private volatile long loadAgainAt;

    public Consents(ConsentTable table, Failures failures) {
        this(table, failures, System::currentTimeMillis);
    }

    Consents(ConsentTable table, Failures failures, LongSupplier clock) {
        this.table = table;
        this.failures = failures;
        this.clock = clock;
        latest = clock.getAsLong();
    }

    /** What the shopper has answered; empty if the database does not answer, which must count as a no. */
    Optional<Answer> of(long shopperId) {
        Answer known = ifCached(shopperId);
        if (known != null) {
            return Optional.of(known);
        }
        if (clock.getAsLong() < loadAgainAt) {
            return Optional.empty();
        }
        try {
            Answer loaded = table.find(shopperId);
            return Optional.of(keep(shopperId, loaded));
        } catch (RuntimeException e) {
            failures.report("reading a consent", e);
            loadAgainAt = clock.getAsLong() + PAUSE_AFTER_FAILURE_MILLIS;
            return Optional.empty();
        }
    }

    /** An answer that is given now. */
    Answer now(Consent consent, String textVersion) {
        return new Answer(consent, textVersion, clock.getAsLong());
    }

    /** Stores the answer and obeys it from now on. */
    void answer(long shopperId, Answer answer) {
        table.save(shopperId, answer);
        know(shopperId, answer);
    }

    /** Stores the answer if the shopper has given none, and gives the one that holds. */
    Answer answerIfNone(long shopperId, Answer answer) {
        Answer holds = table.saveIfNone(shopperId, answer) ? answer : table.find(shopperId);
        know(shopperId, holds);
        return holds;
    }

    /** The answer has been stored by somebody else on this node. */
    void know(long shopperId, Answer answer) {
        synchronized (cached) {
            cached.put(shopperId, answer);
        }
    }

    /** Reads again, when asked for, what these shoppers have answered. */
    void forget(LongPredicate shoppers) {
        List<Long> known;
        synchronized (cached) {
            known = List.copyOf(cached.keySet());
        }
        // telling who is meant may take long, and requests wait for the lock
        List<Long> meant = known.stream().filter(shoppers::test).toList();
        synchronized (cached) {
            meant.forEach(cached::remove);
        }
    }

    /** Takes in what was answered elsewhere. */
    void poll() {
        Map<Long, Answer> changed = table.since(latest - OVERLAP_MILLIS);
        synchronized (cached) {
            changed.forEach((shopperId, answer) -> {
                cached.computeIfPresent(shopperId, (id, known) -> answer.at() >= known.at() ? answer : known);
                latest = Math.max(latest, Math.min(answer.at(), clock.getAsLong()));
            });
        }
    }

    private Answer ifCached(long shopperId) {
        synchronized (cached) {
            return cached.get(shopperId);
        }
    }

    private Answer keep(long shopperId, Answer loaded) {
        synchronized (cached) {
            Answer earlier = cached.putIfAbsent(shopperId, loaded);
            return earlier == null ? loaded : earlier;
        }
    }
}
