/**
 * The flat, primitive building blocks that all models share: dense numbers for ids, the best few of many, forgetting. They
 * know neither products nor shoppers.
 */
package org.p13n.engine.model.index;
