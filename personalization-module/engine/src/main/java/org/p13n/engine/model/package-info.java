/**
 * What all shoppers taught: a {@link org.p13n.engine.model.ModelTrainer} counts, a {@link org.p13n.engine.model.Model} is
 * what it publishes.
 *
 * <p><b>Also viewed</b> counts items in the same shopping session, nearer ones more. Counts become scores by item-based
 * top-N recommendation (Deshpande and Karypis, TOIS 2004; in a shop: Linden, Smith and York, "Amazon.com
 * recommendations", IEEE Internet Computing 2003) with a prior that shrinks thin evidence. They decay exponentially in
 * forward form (Cormode et al., ICDE 2009), so that last week's sessions weigh more than last year's without anything being
 * swept. What is bought together is the business of {@link org.p13n.engine.model.basket}.
 *
 * <p><b>Popularity</b> is the decayed number of purchases and a tenth of the sessions' views; its lists end with new
 * items that nobody has touched, so that they are never empty.
 *
 * <p><b>One shopper's influence</b> is capped: a view counts once for a product in a week and 50 times in a day in all, a
 * shopper once for a pair among the last 64, an order once for a product in a day. So a script with one id moves a product
 * about as far as a single purchase does (the tests try with 100,000 views); many ids are the business of rate limits.
 *
 * <p><b>State.</b> The trainer is the process's and its thread's: the orders (12 bytes per line, 110 per order), at most
 * 512 counted neighbours per item at 12 to 24 bytes, the sessions of the last 100,000 shoppers. A model is immutable;
 * models share the rows of items that were not touched in between. Depends on {@code event} and on the catalog port of
 * {@code profile}.
 */
package org.p13n.engine.model;
