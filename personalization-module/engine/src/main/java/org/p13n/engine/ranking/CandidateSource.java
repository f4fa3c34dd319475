package org.p13n.engine.ranking;

/** A fast recall of products worth scoring, with whatever it already knows in their favour. Stateless. */
interface CandidateSource {
    void offer(RankingContext context, CandidatePool pool);
}
