/**
 * Long-term taste: what fits a shopper with a history, from the item-to-item lists. Nothing is trained per shopper, so a
 * new interaction counts at once, and nothing of him is in the model.
 *
 * <p><b>Algorithm.</b> The latest products of the history each lead to their neighbours ({@link
 * org.p13n.engine.model.item}); for every product reached the steps are summed up in several ways – how fast the past
 * fades, how thin evidence is trusted, how many agree – and a curve of each of these sums is added ({@link
 * org.p13n.engine.model.learning.AdditiveModel}), learned on the last touch of each shopper, walked to over lists that do
 * not know it. The hand-set slopes (fading 0.7, plain similarity) are the prior, so that a small shop starts with them. Single lists so
 * weighed beat deep sequence models on sparse histories (Ludewig et al., UMUAI 2021).
 *
 * <p><b>Cost.</b> A look reads history × neighbours slots (40 × 150 at most) and allocates for as many products. Training
 * is two trainings of the lists and one of the curves.
 */
package org.p13n.engine.model.taste;
