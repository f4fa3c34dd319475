package org.p13n.engine.profile;

import java.util.Arrays;
import java.util.Optional;
import org.p13n.engine.event.Conclusion;

/** What a shopper's weights are kept for: a bounded table of {@link DecayedWeights} each. */
enum Trait {
    CATEGORY("category", 40, Conclusion.Kind.CATEGORY),
    BRAND("brand", 24, Conclusion.Kind.BRAND),
    /** Labelled {@code name=value}. */
    ATTRIBUTE("attribute", 32, Conclusion.Kind.ATTRIBUTE),
    PRICE("price", ItemFacts.PRICE_BANDS, Conclusion.Kind.PRICE),
    INTENT("intent", 12, Conclusion.Kind.INTENT),
    DEVICE("device", 3, Conclusion.Kind.DEVICE),
    TIME("time", TimeOfWeek.BUCKETS, Conclusion.Kind.TIME),
    /** Products that were shown and not looked at. */
    IGNORED("ignored", 24, null);

    /** How the stored text calls it. */
    final String word;

    /** So many keys are kept; the weakest leave. */
    final int limit;

    /** What the shopper removes to stop such a weight from being learned; null if there is nothing to remove. */
    final Conclusion.Kind kind;

    Trait(String word, int limit, Conclusion.Kind kind) {
        this.word = word;
        this.limit = limit;
        this.kind = kind;
    }

    /** Whether keys are names, kept as {@link Label#key}, and not numbers. */
    boolean isLabelled() {
        return kind != null && !kind.isNumbered();
    }

    /** The table that lines of that kind come from. */
    static Optional<Trait> of(Conclusion.Kind kind) {
        return Arrays.stream(values()).filter(trait -> trait.kind == kind).findFirst();
    }
}
