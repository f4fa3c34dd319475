/**
 * Who the shopper is, as far as shopping goes: an immutable {@link org.p13n.engine.profile.ShopperProfile} that takes in
 * one interaction at a time.
 *
 * <p><b>Affinities.</b> Every interaction adds its type's weight to the item's categories, their ancestors and its
 * brand. Weights decay exponentially, so that a profile is a summary of constant size in which recent interest counts
 * most (the sums are those of Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay", ICDE 2009; half-lives are in
 * {@link org.p13n.engine.profile.ProfileSettings}). An affinity is {@code weight / (total + prior)}: the share of the
 * shopper's interest, shrunk towards 0 as long as there is little evidence, with no threshold anywhere.
 *
 * <p><b>Recency.</b> The latest products viewed, put into the cart and bought are kept in order.
 *
 * <p><b>State.</b> One profile per shopper; the adapter stores its text and merges two when a visitor logs in. What the
 * engine has to know of products comes through {@link org.p13n.engine.profile.ItemCatalog}. Depends on {@code event}.
 */
package org.p13n.engine.profile;
