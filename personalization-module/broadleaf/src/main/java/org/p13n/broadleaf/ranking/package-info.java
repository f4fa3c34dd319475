/**
 * Which products, in which order, for whom.
 *
 * <p>{@link org.p13n.broadleaf.ranking.PersonalizedSearchService} stands before the shop's own search service and
 * re-orders the first results of searches and categories; {@link org.p13n.broadleaf.ranking.ProductRecommendations}
 * fills the widgets. Both ask the engine for the order and the platform, at the moment of rendering, whether a product
 * may be shown. Whatever fails here leaves the shopper with the plain shop.
 */
package org.p13n.broadleaf.ranking;
