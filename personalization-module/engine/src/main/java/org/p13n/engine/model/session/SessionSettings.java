package org.p13n.engine.model.session;

/**
 * The hyper-parameters of the session model. Defaults were measured on the last 16,000 of the training sessions of
 * Diginetica, never on its test sessions.
 *
 * @param sessionClicks clicks of a session that teach, the latest; against robots; at least 2; default 50
 * @param sessionsPerShopper sessions of one shopper that teach, the latest; at least 1; default 50
 * @param sessionsPerItem of these, sessions that teach of one product, the latest; at least 1; default 3
 * @param window how many clicks apart two products may be to belong together, at weight 1/distance; at least 1; default 10
 * @param clicksPerItem clicks of an item that teach, the latest; bounds the time that the most popular items take; at
 *     least 1; default 20,000
 * @param recency after which share of all clicks a click's say has fallen to 1/e; more than 0; default 1
 * @param popularity the same for an item's popularity; more than 0; default 0.06
 * @param trend the same for its popularity right now; more than 0; default 0.015
 * @param pairPrior clicks that make half of the confidence in what followed an item; more than 0; default 5
 * @param direct neighbours kept per item before those in second order are known; at least 1; default 160
 * @param hop neighbours of an item, and neighbours of each of those, that make its neighbours in second order; 0 = none;
 *     default 40
 * @param neighbours neighbours published per item; at least 1; default 160
 * @param entries neighbours kept in all, at 12 bytes: a large catalog has fewer per item than the two figures before, so
 *     that memory stays bounded; at least 1, but an item keeps 8; default 50,000,000, reached at 312,500 items
 * @param dimensions of the items' vectors; 0 = no vectors; default 32
 * @param sweeps of the iteration that finds the vectors; at least 1; default 4
 * @param lookBack how many different products of a session, the latest, say something of the next; at least 1; default 9
 * @param lookBackDecay what each product before the second latest says, as share of the one after it; above 0, at most 1;
 *     default 0.8
 * @param tailSessions sessions of the own latest past that the blend is learned from, at most a tenth of all; 0 = the
 *     default blend stays; default 16,000
 * @param blendPrior how many choices the default blend is worth; more than 0; default 20
 * @param blendPasses how often the learning goes over the choices; at least 1; default 8
 * @param openSessions sessions that are held at most while they go on, to learn from their next click; at least 2;
 *     default 100,000
 * @param livePairs pairs of products that may be learned between two trainings, at 36 bytes; 0 = none; default 1,000,000
 */
public record SessionSettings(
        int sessionClicks,
        int sessionsPerShopper,
        int sessionsPerItem,
        int window,
        int clicksPerItem,
        double recency,
        double popularity,
        double trend,
        double pairPrior,
        int direct,
        int hop,
        int neighbours,
        int entries,
        int dimensions,
        int sweeps,
        int lookBack,
        double lookBackDecay,
        int tailSessions,
        double blendPrior,
        int blendPasses,
        int openSessions,
        int livePairs) {
    private static final int FEWEST = 8;

    public SessionSettings {
        atLeast("sessionClicks", sessionClicks, 2);
        atLeast("sessionsPerShopper", sessionsPerShopper, 1);
        atLeast("sessionsPerItem", sessionsPerItem, 1);
        atLeast("window", window, 1);
        atLeast("clicksPerItem", clicksPerItem, 1);
        moreThanZero("recency", recency);
        moreThanZero("popularity", popularity);
        moreThanZero("trend", trend);
        moreThanZero("pairPrior", pairPrior);
        atLeast("direct", direct, 1);
        atLeast("hop", hop, 0);
        atLeast("neighbours", neighbours, 1);
        atLeast("entries", entries, 1);
        atLeast("dimensions", dimensions, 0);
        atLeast("sweeps", sweeps, 1);
        atLeast("lookBack", lookBack, 1);
        moreThanZero("lookBackDecay", lookBackDecay);
        moreThanZero("1.0000001 - lookBackDecay", 1.0000001 - lookBackDecay);
        atLeast("tailSessions", tailSessions, 0);
        moreThanZero("blendPrior", blendPrior);
        atLeast("blendPasses", blendPasses, 1);
        atLeast("openSessions", openSessions, 2);
        atLeast("livePairs", livePairs, 0);
    }

    public static SessionSettings defaults() {
        return new SessionSettings(
                50,
                50,
                3,
                10,
                20_000,
                1,
                0.06,
                0.015,
                5,
                160,
                40,
                160,
                50_000_000,
                32,
                4,
                9,
                0.8,
                16_000,
                20,
                8,
                100_000,
                1_000_000);
    }

    /** The same with other {@link #tailSessions}. */
    public SessionSettings withTailSessions(int sessions) {
        return new SessionSettings(
                sessionClicks,
                sessionsPerShopper,
                sessionsPerItem,
                window,
                clicksPerItem,
                recency,
                popularity,
                trend,
                pairPrior,
                direct,
                hop,
                neighbours,
                entries,
                dimensions,
                sweeps,
                lookBack,
                lookBackDecay,
                sessions,
                blendPrior,
                blendPasses,
                openSessions,
                livePairs);
    }

    /** How many of so many neighbours per item fit in. */
    int fitting(int perItem, int items) {
        return Math.min(perItem, Math.max(FEWEST, entries / Math.max(1, items)));
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + " but is " + value);
        }
    }

    private static void moreThanZero(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a number above 0 but is " + value);
        }
    }
}
