/**
 * What a shopper buys next, and when he needs something again.
 *
 * <p>Most of a next basket is what was bought before (Li et al., TOIS 2023), and a plain count of it is hard to beat. So a
 * candidate's signals begin with the shopper's own counts, decayed by order and by time as in TIFU-KNN (Hu et al., SIGIR
 * 2020), and add to them: whether it is <b>due</b>, from log-normal intervals between purchases that shrink from shopper
 * to item to category to shop; how likely the item is bought again at all; how it goes with what was bought lately, by the
 * linear weights of {@link org.p13n.engine.model.basket}; and its popularity in windows that end when the question is
 * asked. The signals are blended by weights that are learned by conditional logit from the shoppers' latest orders, with a
 * model of all that was before them and the hand-set blend as prior.
 *
 * <p><b>State.</b> A model knows no shopper: a question brings the history along. It keeps 4 bytes per sale and about 40
 * per item beside the basket model. Of one shopper at most the latest {@code latestOrders} are looked at. A trainer keeps
 * the histories that it is given, about 8 bytes per line and 50 per order, for one training.
 */
package org.p13n.engine.model.repeat;
