package org.p13n.broadleaf.event;

import java.util.List;
import org.p13n.engine.event.Interaction;

/** Somebody inside the module who wants to know at once what a shopper does. Must be fast and must not block. */
public interface InteractionListener {
    /** The shopper did it on this node, just now; called on the request thread. */
    void happened(Shopper shopper, Interaction interaction);

    /** These were stored by a background thread of this node or by another node; called in the background. */
    void stored(List<Interaction> interactions, boolean byThisNode);
}
