/**
 * What comes next in a shopping session.
 *
 * <p>Each click of a session speaks for its neighbours: products that came after and before it in other sessions, nearer
 * ones and newer sessions more (item-to-item with distance decay; Linden et al., IEEE Internet Computing 2003; in sessions:
 * Ludewig et al., UMUAI 2021), the same as a cosine, its neighbours in second order (what its neighbours have in common with
 * others: a walk of two steps, as in S-Walk, Choi et al., WSDM 2022), and how near two products' vectors are. Together with
 * how many clicks speak for it, with what the session itself repeats and with each product's popularity, trend and age they
 * are the features of a linear score ({@link org.p13n.engine.model.session.SessionModel}). Its weights depend on how long the
 * session is, on how much is known of its latest product and on how much it goes back to what it had. They are learned by a
 * softmax over all candidates from the shop's own latest sessions, after a model of the older ones, so that no weight is
 * fitted to what it counted; with the default blend as prior.
 *
 * <p>Neighbour sessions (VMIS-kNN: Kersbergen et al., "Serenade", SIGMOD 2022) were measured as further features on the tail
 * of the training sessions of Diginetica, when vectors and repeats were not among them yet. They added too little (HR@20
 * .5479 with, .5469 without; MRR@20 .1913, .1898) for their memory and look-ups. Beside today's features they were not
 * measured again.
 *
 * <p><b>Freshness.</b> A {@link org.p13n.engine.model.session.LiveSessionModel} adds what was clicked since the training to
 * pairs and figures. Against a training of everything, a sum of relations is off by the rounding of 0.4 % and by the share
 * by which the log has grown since (a test holds 6 % for a growth of 5 %), as long as no row is cut; clicks are counted
 * exactly; second order, vectors and weights wait for the next training.
 *
 * <p><b>One shopper's influence</b> is capped: a session counts once for a pair, a shopper's latest three sessions with a
 * product for that product, fifty sessions in all, fifty clicks of each.
 *
 * <p><b>Cost.</b> Training is O(clicks * window) for the counts, O(items * hop^2) for the second order and O(items * direct *
 * dimensions * sweeps) for the vectors, twice, as the blend is learned after a model of the older sessions. A look-up reads
 * one row per different click of the session: no more than lookBack * neighbours candidates, whatever the catalog. A model
 * takes 12 bytes per neighbour and 44 per item: 1.9 kB per item at most, and for a catalog of any size no more than 600 MB
 * of neighbours.
 */
package org.p13n.engine.model.session;
