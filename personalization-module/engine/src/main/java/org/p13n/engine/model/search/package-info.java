/**
 * In which order found products answer a query: a {@link org.p13n.engine.model.search.SearchTrainer} reads the catalog's
 * texts, a {@link org.p13n.engine.model.search.SearchIndex} is what it builds. The platform's search engine finds; this puts
 * its first window into order.
 *
 * <p><b>Words.</b> BM25F (Robertson, Zaragoza and Taylor, CIKM 2004): a word's places are added up over the fields, each with
 * its weight and its own length norm, and saturate once, so that a word that stands in name, description and attributes
 * does not count three times as the platform's sum over fields does. The text's score is multiplied by the share of the
 * query that the product covers, counted in rarity ("coordination"), so that what has all words goes before what has one
 * of them often.
 *
 * <p><b>Agreement.</b> Pseudo-relevance feedback (Rocchio 1971; Lavrenko and Croft, SIGIR 2001), not by words but by what
 * kind of thing a product is: its categories and the names (not the values) of its attributes, since things of one kind
 * are described by the same attributes. The best results vote with their scores; who is of the winning kind gains, which
 * parts a keyboard from a cable that fits one.
 *
 * <p><b>Popularity</b>, where the shop knows it, lifts by a share of the text's score. It never brings up what does not
 * answer.
 *
 * <p><b>Cost.</b> 8 bytes per word and kind of a product: 59 MB per 100,000 products of 40 words and 10 attributes, built
 * in 2 s. A query looks each of its words up in each product of the window by binary search and allocates for the window
 * only: 75 µs of processor time for two words and 500
 * products. Ties keep the platform's order.
 */
package org.p13n.engine.model.search;
