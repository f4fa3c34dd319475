/**
 * What belongs into a cart: bought together with one item, and what completes a cart of many, by one model.
 *
 * <p><b>Linear weights.</b> Whether an item is in an order is predicted from the other items by ridge regression in closed
 * form, as in EASE (Steck, WWW 2019), but for each item from the hundred most like it only, by cosine (a sparse Markov
 * random field: Steck, NeurIPS 2019). That costs one system of 100 unknowns per item, 0.2 ms, instead of the inverse of a
 * matrix of the catalog, so it grows with the catalog and not with its cube, and it is the better model: the pruning
 * regularizes. Weights against an item are left out; that too costs nothing. Items beyond the most bought 20,000 get the
 * diagonal's approximation, a shrunk conditional probability.
 *
 * <p><b>Signals.</b> A candidate has the sum of the cart's weights, the largest of them, its conditional probability and
 * cosine by orders weighted (n-1)^-1/2 (one order of n lines has n-1 things to say of each line), and its popularity in
 * windows of 3 to 365 days, the contrast of which is trend and season. Orders count less with age. The signals are blended
 * by weights that are learned from the shop's own latest orders (conditional logit with the hand-set blend as prior) and
 * that change smoothly with the size of the cart.
 *
 * <p><b>Increments.</b> Rows of items in new, changed or cancelled orders are counted anew from the orders that hold them,
 * so that increments give what a full training gives; linear weights and blend wait for the next full training.
 *
 * <p><b>Time.</b> Counting 10 million lines of 100,000 products takes 7 s of one core; a full training with 5 million lines,
 * the weights solved twice (for the blend and for good) and the blend, 20 s. A seed's list takes 25 to 60 microseconds, that of
 * a cart of eight 55 to 130, by the median.
 *
 * <p><b>One shopper's influence</b> ends at 30 orders in 30 days. <b>State:</b> the trainer keeps all orders (about 12
 * bytes per line and 90 per order); while it trains, at most {@code rowCandidates} companions per item at 12 bytes and, for
 * the blend, 90 KB per order of the tail, so up to 180 MB. With 10 million lines of 100,000 products, orders and model
 * together take 370 MB. A model is immutable and keeps at most 300 companions per item at 16 bytes.
 */
package org.p13n.engine.model.basket;
