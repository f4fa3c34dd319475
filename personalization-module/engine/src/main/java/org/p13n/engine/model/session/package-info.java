/**
 * What comes next in a shopping session.
 *
 * <p>Each click of a session speaks for its neighbours: products that came after and before it in other sessions, nearer
 * ones and newer sessions more (item-to-item with distance decay; Linden et al., IEEE Internet Computing 2003; in sessions:
 * Ludewig et al., UMUAI 2021), the same as a cosine, its neighbours in second order (what its neighbours have in common with
 * others: a walk of two steps, as in S-Walk, Choi et al., WSDM 2022), and how near two products' vectors are. Together with
 * what the session itself repeats and with each product's popularity, trend and age they are the features of a linear score
 * ({@link org.p13n.engine.model.session.SessionModel}). Its weights are learned by a softmax over all candidates from the
 * shop's own latest sessions, after a model of the older ones, so that no weight is fitted to what it counted.
 *
 * <p>Neighbour sessions (VMIS-kNN: Kersbergen et al., "Serenade", SIGMOD 2022) were measured as further features: they added
 * nothing (HR@20 .5479 with, .5469 without) that would be worth their memory and look-ups, as the learned blend of pairs
 * holds what they hold.
 *
 * <p><b>Cost.</b> Training is O(clicks * window) for the counts, O(items * hop^2) for the second order and O(items * direct *
 * dimensions * sweeps) for the vectors, twice, as the blend is learned after a model of the older sessions. A look-up reads
 * one row per different click of the session: no more than lookBack * neighbours candidates, whatever the catalog. A model
 * takes 12 bytes per neighbour, 1.3 kB per item at most.
 */
package org.p13n.engine.model.session;
