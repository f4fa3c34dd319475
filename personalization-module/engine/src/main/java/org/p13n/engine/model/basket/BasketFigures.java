package org.p13n.engine.model.basket;

/**
 * The numbers that describe a model.
 *
 * @param publishedAt epoch milliseconds
 * @param leastEvidence how many orders must hold a pair for a bundle
 * @param scale what a stored unit of the rows is worth
 */
record BasketFigures(int orders, long publishedAt, int leastEvidence, double scale) {}
