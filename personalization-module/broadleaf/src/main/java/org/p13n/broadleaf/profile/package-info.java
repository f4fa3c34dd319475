/**
 * What the module knows about shoppers and products on this node.
 *
 * <p>{@link org.p13n.broadleaf.profile.ShopperProfiles} keeps the profiles of the shoppers that are around, changes them
 * the moment something happens and writes them behind. A profile is only a summary of the stored interactions: when
 * there is none it is built from them. {@link org.p13n.broadleaf.profile.CatalogFacts} is the catalog as the engine
 * understands it.
 */
package org.p13n.broadleaf.profile;
