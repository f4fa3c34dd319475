/**
 * What is wanted where, what is wanted more than it was, and what is too new to tell: a
 * {@link org.p13n.engine.model.popularity.PopularityTrainer} takes the interactions in and publishes immutable models.
 *
 * <p><b>Popularity in a context</b> ({@link org.p13n.engine.model.popularity.ContextPopularity}: a category, a segment of
 * shoppers, a query). Decayed weights w of views, carts and purchases; the score of item i in context c is
 * (w(c,i) + m × share(i)) / (w(c) + m): what the context itself says, shrunk to the item's share of the whole shop by a
 * prior worth m. A query's items are those viewed, put into a cart or bought soon after it. Two contexts would have to share
 * a 64-bit hash to be confused.
 *
 * <p><b>Trend</b> ({@link org.p13n.engine.model.popularity.Trend}). S is the decayed count of a short half-life, E the one
 * that the item's own long-run rate lets expect in it, both over the time since the item was first seen, E also times what
 * the whole shop has more or less than usual. The lift is ln((S + k) / (E + k)): 0 under steady traffic, whatever the
 * season; k keeps a single view from being a trend. Items that are new are not trending: nothing was expected of them.
 *
 * <p><b>Clicks</b> ({@link org.p13n.engine.model.popularity.ClickRates}). Per item decayed impressions and clicks; an
 * impression at place p counts 1/log2(p + 1), as much as the place is looked at. The rate is a Beta posterior whose prior
 * mean is the shop's own click-through, so it lies between that and what was observed.
 *
 * <p><b>Exploration</b> ({@link org.p13n.engine.model.popularity.Exploration}). Thompson sampling (Thompson 1933; Chapelle
 * and Li, NIPS 2011): a rate is drawn from each new arrival's posterior, the highest ones get the few places that are set
 * aside, at most a given share of a list. The draw depends on shopper, item, time bucket and seed alone, so that a reload
 * shows the same page. What is not clicked is drawn less and less often without anybody deciding so.
 *
 * <p><b>One shopper's influence</b> is capped: he counts once per day, item and kind of interaction (and context); see
 * {@link org.p13n.engine.model.popularity.OncePerPeriod}.
 *
 * <p><b>State and cost.</b> The trainer is its thread's: 40 bytes per item for trend, 32 for clicks, 12 to 24 per pair of
 * context and item, 1 MB for who has counted. The models need 4, 8 and 8: per 100,000 products 0.4 MB for trend and 0.8 MB for
 * clicks besides 2 MB for the index of items. Exploring 64 arrivals for a list of 24 takes 14 µs. Increments add up to the full training except for rounding and for what was
 * pruned. Ties are broken by item id.
 */
package org.p13n.engine.model.popularity;
