/**
 * The writers that turn the lines of data files into rows of the platform's tables.
 *
 * <p>Plain JDBC in batches with explicit ids, because a year of orders through the entity manager takes minutes where
 * batches take seconds. Every transaction holds complete products or complete orders together with the platform's own
 * id counters moved past them, so that a load that breaks off leaves a store that can be used and loaded again.
 */
package org.p13n.sample.data.tables;
