package org.p13n.engine.model;

import java.util.function.LongSupplier;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.profile.ItemCatalog;

/** Counts what shoppers do and publishes immutable models of it. Owned by one thread. */
public final class ModelTrainer {
    /** @param clock epoch milliseconds; nothing that is learned lies later */
    public ModelTrainer(ItemCatalog catalog, TrainingSettings settings, LongSupplier clock) {}

    /** Takes in one interaction; they should come roughly in the order of time. */
    public void add(Interaction interaction) {}

    /** A model of everything added so far. Costs little if little was added since the last one. */
    public Model publish() {
        return Model.empty();
    }
}
