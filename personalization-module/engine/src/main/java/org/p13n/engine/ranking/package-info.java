/**
 * From a model and a profile to an ordered, explained list.
 *
 * <p><b>Recommendations</b> ({@link org.p13n.engine.ranking.RecommendationService}): candidate sources recall some
 * hundred products (neighbours of the seeds and of the shopper's own latest products, popular products of the liked and
 * of the seed's categories and brands, popular and new ones anywhere); the scorer adds up weighted signals; the
 * list-level pass drops what may not be shown now and keeps one brand from taking it all. The same path serves every
 * degree of knowledge: where one signal is silent, the next is heard, and no threshold decides. The reason given is the
 * largest share of the score.
 *
 * <p><b>Lists</b> ({@link org.p13n.engine.ranking.ListRanker}): the platform's order is the prior, affinity lifts. The
 * result is always a permutation.
 *
 * <p><b>What the shopper says</b> stands above what is inferred: a fitting declaration adds more than any affinity and
 * silences what was inferred of the same attribute; what is not wanted is never recommended and goes behind everything
 * else in lists; a shopper who has paused gets the plain shop. What was shown in vain or returned loses score.
 *
 * <p>Scores are plain sums of {@link org.p13n.engine.ranking.ScoreShare}s; what does not count or is not a number
 * contributes nothing. Ties are broken by item id, in lists by original position. Nothing here holds state. Depends on
 * {@code model} and {@code profile}.
 */
package org.p13n.engine.ranking;
