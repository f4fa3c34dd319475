package org.p13n.benchmark.peers;

import java.util.List;

/** A recommender that learns from shoppers' histories and says what each of them may like next. */
interface Peer {
    String name();

    /**
     * Learns until it is ready to recommend.
     *
     * @param histories the products of each shopper, oldest first
     */
    void train(List<long[]> histories) throws Exception;

    /** Products that are not in the shopper's history, best first. */
    long[] recommend(int shopper, int howMany) throws Exception;
}
