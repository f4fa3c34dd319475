package org.p13n.benchmark.quality;

import java.util.Arrays;
import java.util.List;

/** The training sessions of a session protocol, and for each product the sessions that hold it, newest first. */
final class SessionClicks {
    /** Products in click order, sessions in date order. */
    final int[][] sessions;
    /** Each session's different products. */
    final int[][] distinct;
    /** Numbers of the sessions with a product, newest first. */
    final int[][] sessionsOf;
    /** All clicks on a product. */
    final int[] clicks;

    private SessionClicks(int[][] sessions, int items) {
        this.sessions = sessions;
        distinct = Arrays.stream(sessions)
                .map(session -> Arrays.stream(session).distinct().toArray())
                .toArray(int[][]::new);
        clicks = new int[items];
        int[] counts = new int[items];
        for (int session = 0; session < sessions.length; session++) {
            for (int item : sessions[session]) {
                clicks[item]++;
            }
            for (int item : distinct[session]) {
                counts[item]++;
            }
        }
        sessionsOf = new int[items][];
        Arrays.setAll(sessionsOf, item -> new int[counts[item]]);
        for (int session = 0; session < sessions.length; session++) {
            for (int item : distinct[session]) {
                sessionsOf[item][--counts[item]] = session;
            }
        }
    }

    /** From lines of product numbers; numbers up to {@code items} - 1 are known. */
    static SessionClicks of(List<int[]> sessions, int items) {
        return new SessionClicks(sessions.toArray(int[][]::new), items);
    }

    int items() {
        return clicks.length;
    }

    /** How many products the training sessions hold. */
    int knownItems() {
        return (int) Arrays.stream(clicks).filter(count -> count > 0).count();
    }
}
