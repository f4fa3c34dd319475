/**
 * Who the shopper is, as far as shopping goes: an immutable {@link org.p13n.engine.profile.ShopperProfile}, a fold over
 * interactions.
 *
 * <p><b>What is inferred.</b> Every interaction adds its weight ({@link org.p13n.engine.profile.LearningWeights}) to the
 * item's categories and their ancestors, its brand, its attribute values and its price band; a search adds to its intent,
 * a visit to its device and time of the week. Weights decay exponentially, so that a profile is a summary of constant size
 * in which recent interest counts most (the sums are those of Cormode, Shkapenyuk, Srivastava and Xu, "Forward Decay",
 * ICDE 2009; half-lives are in {@link org.p13n.engine.profile.HalfLives}). An affinity is {@code weight / (total + prior)}:
 * the share of the shopper's interest, shrunk towards 0 as long as there is little evidence, with no threshold anywhere.
 * The number of interactions that spoke for it stands beside it.
 *
 * <p><b>What is said.</b> Declared preferences, "not interested", removed conclusions, a pause: the latest word counts, as
 * in the last-writer-wins sets of Shapiro, Preguiça, Baquero and Zawirski ("Conflict-free Replicated Data Types", SSS
 * 2011). The same holds for what was viewed, carted and bought last, and whether it was taken back. Inference never touches
 * what was declared, and does not learn again what was removed.
 *
 * <p><b>What is in vain.</b> A product that is shown counts as ignored by how likely its place was looked at, 1 / log2(1 +
 * position), the discount of Järvelin and Kekäläinen ("Cumulated gain-based evaluation", TOIS 2002); a view, click, cart
 * addition or purchase of it ends that.
 *
 * <p><b>Order.</b> Sums commute and the latest word is the latest in whatever order it arrives, so that neither the order
 * of interactions nor that of merging two profiles matters, beyond rounding and what the bounds evict. Only where one thing
 * undoes another (a removal, a pause, a look at what was ignored) the undoing must come later; {@link
 * org.p13n.engine.profile.ShopperProfile#withAll} sees to that within a batch.
 *
 * <p><b>State.</b> One profile per shopper; the adapter stores its text, below 8 KB for a heavy shopper, and merges two when a visitor
 * logs in. What the engine has to know of products comes through {@link org.p13n.engine.profile.ItemCatalog}. Depends on
 * {@code event}.
 */
package org.p13n.engine.profile;
