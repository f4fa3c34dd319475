package org.p13n.broadleaf.ranking;

/** What a merchandiser can change while the shop runs. */
public interface Tuning {
    /** Whether the shop is personalized at all; if not, every page is that of a shop without the module. */
    boolean enabled();

    /** How strongly a shopper's affinities count in search results and categories: 0 (the shop's own order) to 1. */
    double affinityStrength();
}
