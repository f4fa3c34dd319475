/**
 * What products are like by what is written about them: names, brands, categories, attributes, prices.
 */
package org.p13n.engine.model.content;
