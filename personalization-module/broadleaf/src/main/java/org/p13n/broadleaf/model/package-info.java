/**
 * The model of the moment on this node: {@link org.p13n.broadleaf.model.ModelService} learns from every interaction that
 * any node has stored, in a thread of its own, and swaps the finished model in whole.
 */
package org.p13n.broadleaf.model;
