/**
 * What shoppers do, observed through the platform's own extension points and stored in the shop's database.
 *
 * <p>Browsing is seen by {@link org.p13n.broadleaf.event.BrowseInterceptor} after the platform's controllers, cart
 * changes by {@link org.p13n.broadleaf.event.CartActivity} after their transaction, and orders by
 * {@link org.p13n.broadleaf.event.OrderLearner}, which reads them back from the shop's order tables: an order is the
 * truth whoever wrote it. All of it becomes an {@link org.p13n.engine.event.Interaction}; the request thread only
 * offers it to a bounded queue and lets the listeners update what they keep in memory. {@link
 * org.p13n.broadleaf.event.InteractionWriter} stores it in batches.
 *
 * <p>Who looks, and on what, is a {@link org.p13n.broadleaf.event.Visit}; programs have none ({@link
 * org.p13n.broadleaf.event.CurrentVisit}). What lists were shown, {@link org.p13n.broadleaf.event.ShownLists} remembers,
 * to join clicks and carts to them.
 *
 * <p>This is the lowest stage of the adapter and depends on no other.
 */
package org.p13n.broadleaf.event;
