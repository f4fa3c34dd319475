package org.p13n.benchmark.quality;

import java.util.Arrays;

/** The plain published nearest-neighbour algorithms of the session protocol: S-kNN and VMIS-kNN (Serenade, SIGMOD 2022). */
final class NeighbourSessions {
    private static final int LAST = 9;
    private static final int NEWEST = 500;
    private static final int NEAREST = 100;
    private static final int NEWEST_OF_HYBRID = 2000;
    private static final int NEAREST_OF_HYBRID = 50;

    private final SessionClicks clicks;
    private final double[] similarity;
    private final int[] firstMatch;
    private final int[] touched;
    private int size;

    NeighbourSessions(SessionClicks clicks) {
        this.clicks = clicks;
        similarity = new double[clicks.sessions.length];
        firstMatch = new int[clicks.sessions.length];
        touched = new int[clicks.sessions.length];
    }

    /** Cosine of the sets of products among the newest sessions with any of them; the nearest are summed up. */
    void sKnn(int[] prefix, SparseScores scores) {
        int[] items = Arrays.stream(prefix).distinct().toArray();
        match(reversed(items), items.length, Integer.MAX_VALUE, back -> 1);
        keepNewest(NEWEST);
        for (int i = 0; i < size; i++) {
            int session = touched[i];
            similarity[session] /= Math.sqrt((double) items.length * clicks.distinct[session].length);
        }
        for (int session : nearest(NEAREST)) {
            for (int item : clicks.distinct[session]) {
                scores.add(item, similarity[session]);
            }
        }
        forget();
    }

    /** VMIS-kNN with linear decay of positions and of matches. */
    void vmis(int[] prefix, SparseScores scores) {
        int[] items = latest(prefix, LAST);
        int length = items.length;
        match(items, length, NEWEST, back -> 1 - (back - 1.0) / length);
        keepNewest(NEWEST);
        for (int session : nearest(NEAREST)) {
            double weight = similarity[session] * Math.max(0, 1 - 0.1 * firstMatch[session]);
            for (int item : clicks.distinct[session]) {
                double idf = Math.log((double) clicks.sessions.length / clicks.sessionsOf[item].length);
                scores.add(item, weight * idf);
            }
        }
        forget();
    }

    /** VMIS-kNN as in the hybrid: position 1/d, match 1/log10(d + 1.7), no idf. */
    void vmisOfHybrid(int[] prefix, SparseScores scores) {
        match(latest(prefix, LAST), LAST, NEWEST_OF_HYBRID, back -> 1.0 / back);
        keepNewest(NEWEST_OF_HYBRID);
        for (int session : nearest(NEAREST_OF_HYBRID)) {
            double weight = similarity[session] / Math.log10(firstMatch[session] + 1.7);
            for (int item : clicks.distinct[session]) {
                scores.add(item, weight);
            }
        }
        forget();
    }

    private interface PositionWeight {
        double of(int back);
    }

    private void match(int[] latestFirst, int length, int newest, PositionWeight position) {
        for (int back = 1; back <= latestFirst.length; back++) {
            int[] sessions = clicks.sessionsOf[latestFirst[back - 1]];
            double weight = position.of(back);
            for (int i = 0; i < Math.min(newest, sessions.length); i++) {
                int session = sessions[i];
                if (firstMatch[session] == 0) {
                    firstMatch[session] = back;
                    touched[size++] = session;
                }
                similarity[session] += weight;
            }
        }
    }

    private void keepNewest(int newest) {
        if (size <= newest) {
            return;
        }
        Arrays.sort(touched, 0, size);
        for (int i = 0; i < size - newest; i++) {
            similarity[touched[i]] = 0;
            firstMatch[touched[i]] = 0;
        }
        System.arraycopy(touched, size - newest, touched, 0, newest);
        size = newest;
    }

    /** The most similar sessions, ties by the newer one. */
    private int[] nearest(int limit) {
        return Arrays.stream(touched, 0, size)
                .boxed()
                .sorted((a, b) -> similarity[a] != similarity[b]
                        ? Double.compare(similarity[b], similarity[a])
                        : Integer.compare(b, a))
                .limit(limit)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void forget() {
        for (int i = 0; i < size; i++) {
            similarity[touched[i]] = 0;
            firstMatch[touched[i]] = 0;
        }
        size = 0;
    }

    private static int[] latest(int[] prefix, int limit) {
        return Arrays.stream(reversed(prefix)).distinct().limit(limit).toArray();
    }

    private static int[] reversed(int[] items) {
        int[] reversed = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            reversed[i] = items[items.length - 1 - i];
        }
        return reversed;
    }
}
