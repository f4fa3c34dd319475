/**
 * Item-to-item lists: where shoppers go from a product. A {@link org.p13n.engine.model.item.ItemTrainer} counts, an {@link
 * org.p13n.engine.model.item.ItemModel} holds one table per {@link org.p13n.engine.model.item.Step}: viewed → viewed, viewed
 * → bought, bought → bought.
 *
 * <p><b>Algorithm.</b> Item-based top-N recommendation (Deshpande and Karypis, TOIS 2004) over directed steps: a shopper
 * who touched a and later, d moments on, b adds 1/√d to a → b and half of that to b → a, faded by the time between the two
 * and by the age of the step. Lines of one order are one moment and share its say, so that a pair in an order of n lines
 * counts 1/n. The similarity is the sum over the geometric mean of both products' shoppers plus a constant, so that one
 * chance step between two rare products stays below ten between better known ones. Of one shopper only the strongest step
 * of a pair and the latest touches count.
 *
 * <p><b>Cost.</b> Training: touches × window, with 60 bytes per touch and no table of pairs; rows are cut one by one.
 * Published: 12 bytes per neighbour and list, 12 per product and list. Nothing is approximate except that a row ends after
 * its best neighbours.
 */
package org.p13n.engine.model.item;
