package org.p13n.broadleaf.event;

import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShoppingContext;

/** Who looks at the shop in this request, and on what. */
public record Visit(Shopper shopper, ShoppingContext context) {
    /** The interaction together with where and on what it happened. */
    public Interaction here(Interaction interaction) {
        return interaction.with(interaction.details().withContext(context));
    }
}
