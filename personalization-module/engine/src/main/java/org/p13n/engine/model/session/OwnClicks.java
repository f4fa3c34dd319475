package org.p13n.engine.model.session;

/** What a session says of its own products: whether, how often and how long ago it had them. Stateless. */
final class OwnClicks {
    private OwnClicks() {}

    /** Adds to the sums of the session's products. */
    static void remember(int[] clicks, int count, double decay, Candidates candidates) {
        float say = 1;
        for (int back = 0; back < count; back++) {
            int item = clicks[count - 1 - back];
            remember(candidates, candidates.offset(item), back, say);
            say *= back == 0 ? 1 : (float) decay;
        }
        if (count > 0) {
            candidates.add(candidates.offset(clicks[0]) + Features.IS_FIRST, 1);
        }
        for (int i = 0; i < count - 1; i++) {
            if (clicks[i] == clicks[count - 1]) {
                candidates.add(candidates.offset(clicks[i + 1]) + Features.FOLLOWED, 1);
            }
        }
    }

    private static void remember(Candidates candidates, int at, int back, float say) {
        if (candidates.sums()[at + Features.TIMES] == 0) {
            candidates.add(at + Features.NEARNESS, 1f / (1 + back));
        }
        candidates.add(at + Features.TIMES, 1);
        if (back == 0) {
            candidates.add(at + Features.IS_LATEST, 1);
        } else {
            candidates.add(at + Features.DECAYED, say);
        }
        if (back == 1) {
            candidates.add(at + Features.IS_SECOND, 1);
        }
    }

    /** Which share of the clicks is on a product that the session had already; 0 to 1. */
    static float repeats(int[] clicks, int count) {
        int repeats = 0;
        for (int i = 1; i < count; i++) {
            repeats += isRepeat(clicks, i) ? 1 : 0;
        }
        return count == 0 ? 0 : (float) repeats / count;
    }

    /** Whether the click at the place is on a product that the session had already. */
    static boolean isRepeat(int[] clicks, int place) {
        for (int i = 0; i < place; i++) {
            if (clicks[i] == clicks[place]) {
                return true;
            }
        }
        return false;
    }
}
