package org.p13n.broadleaf.event;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.ShopperIds;

/**
 * Where every interaction enters the module, and from where a shopper's leave it. Recording costs the request thread one
 * offer to the queue and an update in memory per listener; it never blocks and never throws.
 */
public final class InteractionRecorder {
    private final InteractionQueue queue;
    private final List<InteractionListener> listeners;
    private final List<ErasureListener> forgetful = new CopyOnWriteArrayList<>();
    private final Counters counters;
    private final Failures failures;

    public InteractionRecorder(
            InteractionQueue queue, List<InteractionListener> listeners, Counters counters, Failures failures) {
        this.queue = queue;
        this.listeners = List.copyOf(listeners);
        this.counters = counters;
        this.failures = failures;
    }

    /**
     * Takes what the shopper has just done, to be learned from and, unless the shopper has not agreed to it, to be
     * stored.
     */
    public void record(Shopper shopper, Interaction interaction) {
        counters.add(Counter.INTERACTIONS_RECORDED, 1);
        // first those who listen: whoever hears that it was stored must have heard that it happened
        tell(listeners, "recording", listener -> listener.happened(shopper, interaction));
        if (ShopperIds.mayBeStored(interaction.shopperId())) {
            queue.offer(interaction);
        }
    }

    /** Passes on what is stored already, by a background thread of this node or by another node. */
    public void stored(List<Interaction> interactions, boolean byThisNode) {
        tell(listeners, "passing on", listener -> listener.stored(interactions, byThisNode));
    }

    /** From now on that one is told of every shopper who is to be forgotten. */
    public void tellOfErasures(ErasureListener listener) {
        forgetful.add(listener);
    }

    /** Makes this node forget what the shopper did until then: in its memory and in its journal, not in the database. */
    public void forget(long shopperId, long until) {
        forget(id -> id == shopperId, until);
    }

    /** Like {@link #forget(long, long)}, for shoppers of whom only a keyed hash of the id is known. */
    public void forget(LongPredicate shoppers, long until) {
        tell(forgetful, "forgetting", listener -> listener.forgotten(shoppers, until));
    }

    private <L> void tell(List<L> those, String what, Consumer<L> message) {
        for (L listener : those) {
            try {
                message.accept(listener);
            } catch (RuntimeException e) {
                failures.report(what, e);
            }
        }
    }
}
