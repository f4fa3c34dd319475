/**
 * Weights that are learned from choices, for every model and scorer that adds up features. Knows only numbers.
 */
package org.p13n.engine.model.learning;
