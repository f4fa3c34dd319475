/**
 * How products sell: decayed order lines and shoppers at several half-lives, first purchases and repeats, the same season
 * a year ago. A {@link org.p13n.engine.model.demand.DemandTrainer} counts, a {@link org.p13n.engine.model.demand.Demand} is
 * looked up. Who buys the same again and again counts once in the figures of shoppers.
 *
 * <p><b>Cost.</b> Training sorts the purchases: n log n, 20 bytes each. Published: 68 bytes per product.
 */
package org.p13n.engine.model.demand;
