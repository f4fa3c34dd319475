package org.p13n.engine.model.basket;

import java.util.List;

/**
 * How an item's score in a cart arose. The shares add up to the score.
 *
 * @param popularity what its popularity and the trend of it contribute, and what an item without evidence would get
 * @param seeds what each item of the cart contributes
 */
public record BasketExplanation(double score, double popularity, List<Share> seeds) {
    /** @param orders number of orders that hold both, as far as they are among the item's companions */
    public record Share(long seedId, double share, int orders) {}
}
