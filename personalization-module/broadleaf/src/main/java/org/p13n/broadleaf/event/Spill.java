package org.p13n.broadleaf.event;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.journal.InteractionJournal;

/**
 * The journal as the writer uses it: opened when the database has said which shop this is, and no danger to anything when
 * the disk fails. Without a journal it takes nothing, and what waits stays in memory.
 */
public final class Spill {
    private static final Log LOG = LogFactory.getLog(Spill.class);
    private static final long OPEN_AGAIN_MILLIS = 60_000;
    private static final long BYTES_PER_MEGABYTE = 1L << 20;

    private final Path folder;
    private final long mostBytes;
    private final Supplier<String> shop;
    private final Failures failures;
    private volatile InteractionJournal journal;
    private long openAgainAt;

    /**
     * @param folder below which every shop's every node gets a folder; empty = {@code .p13n/journal} in the home of the
     *     user that runs the shop
     * @param megabytes how much may wait on disk; 0 = no journal
     */
    public Spill(String folder, int megabytes, ShopId shop, Failures failures) {
        this(
                folder.isEmpty() ? Path.of(System.getProperty("user.home"), ".p13n", "journal") : Path.of(folder),
                megabytes * BYTES_PER_MEGABYTE,
                shop::get,
                failures);
    }

    Spill(Path folder, long mostBytes, Supplier<String> shop, Failures failures) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.shop = shop;
        this.failures = failures;
    }

    /** No journal. */
    static Spill none(Failures failures) {
        return new Spill(Path.of(""), 0, () -> "", failures);
    }

    /** Opens the journal unless it is open; needs the database. */
    void open(long now) {
        if (journal != null || mostBytes == 0 || now < openAgainAt) {
            return;
        }
        openAgainAt = now + OPEN_AGAIN_MILLIS;
        try {
            journal = InteractionJournal.open(folder.resolve(shop.get()), mostBytes, LOG::warn);
        } catch (IOException e) {
            if (failures.report("opening the journal", e)) {
                LOG.warn("There is no journal because the folder " + folder + " cannot be used (" + e.getMessage()
                        + "): while the database is away, interactions wait in memory only. Set"
                        + " personalization.journal.folder to a folder that the shop may write");
            }
        }
    }

    boolean isOpen() {
        return journal != null;
    }

    /** Takes all of them so that they survive the process; false if it cannot. */
    boolean take(List<NumberedInteraction> interactions) {
        InteractionJournal open = journal;
        try {
            return open != null && open.append(interactions);
        } catch (IOException e) {
            failures.report("writing the journal", e);
            return false;
        }
    }

    /** The first ones, which stay until they are removed. */
    List<NumberedInteraction> first(int atMost) {
        InteractionJournal open = journal;
        try {
            return open == null ? List.of() : open.first(atMost);
        } catch (IOException e) {
            failures.report("reading the journal", e);
            return List.of();
        }
    }

    void remove(List<NumberedInteraction> first) {
        InteractionJournal open = journal;
        try {
            if (open != null) {
                open.remove(first);
            }
        } catch (IOException e) {
            failures.report("shortening the journal", e); // they are recognised by their ids when they come again
        }
    }

    /** @return false if it has to be asked again */
    boolean forget(LongPredicate shoppers, long until) {
        InteractionJournal open = journal;
        try {
            if (open != null) {
                open.forget(shoppers, until);
            }
            return open != null || mostBytes == 0;
        } catch (IOException e) {
            failures.report("forgetting in the journal", e);
            return false;
        }
    }

    /** Takes what nodes of this machine have left behind that run no more. */
    void adopt() {
        InteractionJournal open = journal;
        try {
            if (open != null) {
                open.adopt();
            }
        } catch (IOException e) {
            failures.report("adopting a journal", e);
        }
    }

    boolean isEmpty() {
        InteractionJournal open = journal;
        return open == null || open.isEmpty();
    }

    /** How many interactions wait in it. */
    long waiting() {
        InteractionJournal open = journal;
        return open == null ? 0 : open.waiting();
    }

    /** How much they take on disk. */
    long bytes() {
        InteractionJournal open = journal;
        return open == null ? 0 : open.bytes();
    }

    /** What waits stays on disk for the next start. */
    void close() {
        InteractionJournal open = journal;
        journal = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            failures.report("closing the journal", e);
        }
    }
}
