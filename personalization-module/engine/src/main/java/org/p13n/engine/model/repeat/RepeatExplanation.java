package org.p13n.engine.model.repeat;

/**
 * How an item's score for a shopper arose. The shares add up to the score.
 *
 * @param purchases what his own purchases of it contribute: how often, how lately
 * @param rhythm what contributes that it is due or not yet
 * @param taste what contributes that it goes with what he bought lately
 * @param popularity what its popularity and the trend of it contribute
 */
public record RepeatExplanation(double score, double purchases, double rhythm, double taste, double popularity) {}
