package org.p13n.broadleaf.model;

import java.util.List;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.springframework.dao.DuplicateKeyException;

/**
 * Where nodes and the admin meet about training: who does it, how far it is, that one is wanted, or to stop. Kept in the
 * database that all share.
 */
public final class TrainingDesk {
    private static final String NAME = "model";
    private static final String READ =
            "SELECT HOLDER, RENEWALS, PHASE, WORK_DONE, WORK_TOTAL, WANTED_AT, CANCEL_ASKED_AT,"
                    + " CANCELLED_AT FROM P13N_TRAINING WHERE TRAINING_NAME = ?";

    private final PlatformDatabase database;
    private final LongSupplier clock;

    /**
     * What the table says.
     *
     * @param phase what the holder does now; empty while nobody trains
     * @param done of {@code total} pieces of work of that phase
     * @param wanted whether a training is asked for that has not begun
     * @param cancelAsked whether the running training is asked to stop
     * @param cancelledAt epoch milliseconds when one was cancelled last; 0 = never
     */
    public record State(
            String holder,
            long renewals,
            String phase,
            long done,
            long total,
            boolean wanted,
            boolean cancelAsked,
            long cancelledAt) {
        static final State NOBODY = new State("", 0, "", 0, 0, false, false, 0);

        /** Whether a node trains, or died while it did. */
        public boolean isRunning() {
            return !phase.isEmpty();
        }
    }

    public TrainingDesk(PlatformDatabase database) {
        this(database, System::currentTimeMillis);
    }

    TrainingDesk(PlatformDatabase database, LongSupplier clock) {
        this.database = database;
        this.clock = clock;
    }

    public State state() {
        List<State> found = database.jdbc()
                .query(
                        READ,
                        (row, number) -> new State(
                                text(row.getString("HOLDER")),
                                row.getLong("RENEWALS"),
                                text(row.getString("PHASE")),
                                row.getLong("WORK_DONE"),
                                row.getLong("WORK_TOTAL"),
                                row.getLong("WANTED_AT") != 0,
                                row.getLong("CANCEL_ASKED_AT") != 0,
                                row.getLong("CANCELLED_AT")),
                        NAME);
        return found.isEmpty() ? State.NOBODY : found.get(0);
    }

    /** Asks for a training of everything stored by now; some node begins within seconds. */
    public void askForTraining() {
        open();
        update("UPDATE P13N_TRAINING SET WANTED_AT = ? WHERE TRAINING_NAME = ?", clock.getAsLong(), NAME);
    }

    /** Asks whoever trains to stop; the model stays as it is, and the next training comes when it is due again. */
    public void askToCancel() {
        update(
                "UPDATE P13N_TRAINING SET CANCEL_ASKED_AT = ? WHERE TRAINING_NAME = ? AND PHASE <> '-'",
                clock.getAsLong(),
                NAME);
    }

    /** Makes the row if there is none yet. */
    void open() {
        if (database.jdbc().queryForObject("SELECT COUNT(*) FROM P13N_TRAINING", Long.class) > 0) {
            return;
        }
        try {
            // no empty texts: one database takes them for nothing
            update(
                    "INSERT INTO P13N_TRAINING (TRAINING_NAME, HOLDER, RENEWALS, PHASE, WORK_DONE, WORK_TOTAL, WANTED_AT,"
                            + " CANCEL_ASKED_AT, CANCELLED_AT) VALUES (?, '-', 0, '-', 0, 0, 0, 0, 0)",
                    NAME);
        } catch (DuplicateKeyException e) {
            return; // another node was faster
        }
    }

    /** Takes the lease over from whom the state names; false if that is no longer so. */
    boolean take(State from, String holder, String phase) {
        return update(
                        "UPDATE P13N_TRAINING SET HOLDER = ?, RENEWALS = RENEWALS + 1, PHASE = ?, WORK_DONE = 0,"
                                + " WORK_TOTAL = 0, WANTED_AT = 0, CANCEL_ASKED_AT = 0 WHERE TRAINING_NAME = ? AND RENEWALS = ?",
                        holder,
                        phase,
                        NAME,
                        from.renewals())
                == 1;
    }

    /** Says that the holder lives and how far it is; false if it holds the lease no more. */
    boolean renew(String holder, String phase, long done, long total) {
        return update(
                        "UPDATE P13N_TRAINING SET RENEWALS = RENEWALS + 1, PHASE = ?, WORK_DONE = ?, WORK_TOTAL = ?"
                                + " WHERE TRAINING_NAME = ? AND HOLDER = ? AND PHASE <> '-'",
                        phase,
                        done,
                        total,
                        NAME,
                        holder)
                == 1;
    }

    /** Says that nobody trains any more; after a failure the training is still wanted. */
    void leave(String holder, TrainingLease.End how) {
        if (how != TrainingLease.End.DONE) {
            String noted = how == TrainingLease.End.CANCELLED ? "CANCELLED_AT" : "WANTED_AT";
            update(
                    "UPDATE P13N_TRAINING SET " + noted + " = ? WHERE TRAINING_NAME = ? AND HOLDER = ?",
                    clock.getAsLong(),
                    NAME,
                    holder);
        }
        update(
                "UPDATE P13N_TRAINING SET RENEWALS = RENEWALS + 1, PHASE = '-', WORK_DONE = 0, WORK_TOTAL = 0"
                        + " WHERE TRAINING_NAME = ? AND HOLDER = ?",
                NAME,
                holder);
    }

    private int update(String sql, Object... arguments) {
        return database.inTransaction(() -> database.jdbc().update(sql, arguments));
    }

    private static String text(String stored) {
        return stored == null || "-".equals(stored) ? "" : stored;
    }
}
