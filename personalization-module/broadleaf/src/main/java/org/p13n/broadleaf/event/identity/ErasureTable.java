package org.p13n.broadleaf.event.identity;

import java.util.List;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.identity.Erasure.Requester;

/** The stored proofs of erasures: one row per id that was erased, the first of which is the proof that people see. */
public final class ErasureTable {
    /** Stands behind a proof's number in the rows of the shopper's other ids. */
    private static final String CONTINUED = "+";

    private static final int NUMBERS = 36;

    private final PlatformDatabase database;

    /**
     * What is known of an erasure.
     *
     * @param number names the proof; made at random
     * @param at epoch milliseconds
     * @param requester who asked for it
     * @param rows how many rows were removed
     */
    public record Proof(String number, long at, Requester requester, long rows) {}

    /** Whom to forget: the erased one's mark, and until when. */
    record Mark(String id, String mark, long until) {}

    public ErasureTable(PlatformDatabase database) {
        this.database = database;
    }

    /** Joins the caller's transaction. */
    void insert(Proof proof, List<String> marks) {
        for (int i = 0; i < marks.size(); i++) {
            database.jdbc()
                    .update(
                            "INSERT INTO P13N_ERASURE (ERASURE_ID, ERASED_AT, REQUESTED_BY, ROWS_REMOVED, SHOPPER_MARK)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            i == 0 ? proof.number() : proof.number() + CONTINUED + Integer.toString(i, NUMBERS),
                            proof.at(),
                            proof.requester().name(),
                            i == 0 ? proof.rows() : 0,
                            marks.get(i));
        }
    }

    /** The latest proofs, newest first. */
    public List<Proof> latest(int atMost) {
        return database.first(
                atMost,
                "SELECT ERASURE_ID, ERASED_AT, REQUESTED_BY, ROWS_REMOVED FROM P13N_ERASURE"
                        + " WHERE ERASURE_ID NOT LIKE '%" + CONTINUED + "%' ORDER BY ERASED_AT DESC, ERASURE_ID",
                (row, number) -> new Proof(
                        row.getString("ERASURE_ID"),
                        row.getLong("ERASED_AT"),
                        Requester.of(row.getString("REQUESTED_BY")),
                        row.getLong("ROWS_REMOVED")));
    }

    /** The marks of those who were erased at that time or later. */
    List<Mark> since(long time) {
        return database.jdbc()
                .query(
                        "SELECT ERASURE_ID, SHOPPER_MARK, ERASED_AT FROM P13N_ERASURE"
                                + " WHERE ERASED_AT >= ? AND SHOPPER_MARK IS NOT NULL ORDER BY ERASED_AT, ERASURE_ID",
                        (row, number) -> new Mark(
                                row.getString("ERASURE_ID"), row.getString("SHOPPER_MARK"), row.getLong("ERASED_AT")),
                        time);
    }

    /** Takes the marks of customers off proofs that old; visitors' stay, because their cookies come back. */
    void unmarkCustomersBefore(long time) {
        database.jdbc()
                .update(
                        "UPDATE P13N_ERASURE SET SHOPPER_MARK = NULL WHERE ERASED_AT < ? AND SHOPPER_MARK LIKE ?",
                        time,
                        Erasure.CUSTOMER + "%");
    }

    /** Takes the marks off proofs that old, which then prove and tell nothing else. */
    void unmarkBefore(long time) {
        database.jdbc()
                .update("DELETE FROM P13N_ERASURE WHERE ERASED_AT < ? AND ERASURE_ID LIKE '%" + CONTINUED + "%'", time);
        database.jdbc()
                .update(
                        "UPDATE P13N_ERASURE SET SHOPPER_MARK = NULL WHERE ERASED_AT < ? AND SHOPPER_MARK IS NOT NULL",
                        time);
    }
}
