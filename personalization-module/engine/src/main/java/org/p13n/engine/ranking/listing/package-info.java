/**
 * The learned order of a shop's own lists: category pages and search results, for one shopper.
 *
 * <p><b>Story.</b> {@link org.p13n.engine.ranking.listing.ListingModels} hold what all shoppers taught, a {@link
 * org.p13n.engine.ranking.listing.PurchaseHistory} what one has bought. Together they make {@link
 * org.p13n.engine.ranking.listing.ListingFeatures}, built once per shopper and model and then looked up per product: what he
 * bought himself (how often, how lately, whether it is due), how it sells (now, of late, ever, to how many, in this season
 * last year), and how much of what he bought leads to it. The {@link org.p13n.engine.ranking.listing.ListingScorer} adds up
 * one curve per feature – a generalised additive model – so that the share of every feature in a score is exact. A {@link
 * org.p13n.engine.ranking.listing.ListingTrainer} learns the curves from what shoppers chose out of lists, weighted against
 * {@linkplain org.p13n.engine.ranking.listing.PositionBias position bias}, with straight hand-set lines as the prior.
 *
 * <p><b>Cost.</b> Features of a shopper: his latest 400 products × 150 neighbours × 3 lists at most, once. A product: some
 * 45 look-ups and logarithms.
 */
package org.p13n.engine.ranking.listing;
