package org.p13n.broadleaf.ranking;

import org.broadleafcommerce.core.catalog.domain.Product;
import org.p13n.engine.ranking.Recommendation;

/** A product that may be shown now, and why the engine recommends it. */
public record RecommendedProduct(Product product, Recommendation recommendation) {}
