/**
 * How good ranked lists are: the metrics of offline evaluation, used by the quality benchmark and by the tuner. Sees every
 * stage; no stage sees it.
 */
package org.p13n.engine.evaluation;
