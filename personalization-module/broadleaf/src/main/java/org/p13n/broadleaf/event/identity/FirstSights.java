package org.p13n.broadleaf.event.identity;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.p13n.broadleaf.event.TimedWork;

/**
 * The visitors whose cookies this node has seen and looked up. Who turned out to be somebody else before is gone, though
 * his browser may never have heard that his cookie was deleted, and this node may have forgotten it in a restart.
 */
public final class FirstSights {
    /** So many visitors are remembered, some 60 bytes each; then the node begins anew, and asks again. */
    private static final int MOST = 200_000;

    private final AliasTable aliases;
    private final GoneVisitors gone;
    private final TimedWork reads;
    private final Set<Long> seen = ConcurrentHashMap.newKeySet();

    public FirstSights(AliasTable aliases, GoneVisitors gone, TimedWork reads) {
        this.aliases = aliases;
        this.gone = gone;
        this.reads = reads;
    }

    /** Whether the visitor is nobody else; asks the database once, and in doubt, as when it does not answer, he is not. */
    boolean isHimself(long visitorId) {
        return seen.contains(visitorId) || reads.done(() -> look(visitorId)) && seen.contains(visitorId);
    }

    /** The id was made just now: nobody need be asked. */
    void isNew(long visitorId) {
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.add(visitorId);
    }

    private void look(long visitorId) {
        if (aliases.owner(visitorId).isPresent()) {
            gone.merged(visitorId);
        } else {
            isNew(visitorId);
        }
    }
}
