/**
 * A seeded simulation of shoppers with known tastes, which writes the same lines as a retailer's files hold.
 *
 * <p>A shopper belongs to an archetype (what kind of things, from which brands, at which price) and has in addition a
 * size, a level of activity and some favourite brands of their own. An order begins with a product drawn from the
 * shopper's taste as it is in that season; what belongs to it (accessories of a device, pieces of an outfit) and what
 * is due again (groceries) follow. Browsing has the same taste, so that what is viewed foretells what is bought.
 */
package org.p13n.sample.data.simulation;
