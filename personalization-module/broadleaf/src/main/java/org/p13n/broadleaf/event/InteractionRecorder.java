package org.p13n.broadleaf.event;

import java.util.List;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;

/**
 * Where every interaction enters the module. Costs the request thread one offer to the queue and an update in memory
 * per listener; never blocks and never throws.
 */
public final class InteractionRecorder {
    private final InteractionQueue queue;
    private final List<InteractionListener> listeners;
    private final Counters counters;
    private final Failures failures;

    public InteractionRecorder(
            InteractionQueue queue, List<InteractionListener> listeners, Counters counters, Failures failures) {
        this.queue = queue;
        this.listeners = List.copyOf(listeners);
        this.counters = counters;
        this.failures = failures;
    }

    /** Takes what the shopper has just done, to be stored and learned from. */
    public void record(Shopper shopper, Interaction interaction) {
        queue.offer(interaction);
        counters.add(Counter.INTERACTIONS_RECORDED, 1);
        for (InteractionListener listener : listeners) {
            try {
                listener.happened(shopper, interaction);
            } catch (RuntimeException e) {
                failures.report("recording", e);
            }
        }
    }

    /** Passes on what is stored already, by a background thread of this node or by another node. */
    public void stored(List<Interaction> interactions, boolean byThisNode) {
        for (InteractionListener listener : listeners) {
            try {
                listener.stored(interactions, byThisNode);
            } catch (RuntimeException e) {
                failures.report("passing on", e);
            }
        }
    }
}
