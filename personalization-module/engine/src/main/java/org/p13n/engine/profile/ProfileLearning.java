package org.p13n.engine.profile;

import java.util.Arrays;
import java.util.List;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.Preference;
import org.p13n.engine.event.ShoppingContext.Device;
import org.p13n.engine.event.ShownList;

/** How one interaction changes the parts of a profile; used by one thread and thrown away. */
final class ProfileLearning {
    private static final long[] NOTHING = {};

    private final ProfileParts parts;
    private final Interaction interaction;
    private final ItemFacts facts;
    private final long at;

    ProfileLearning(ProfileParts parts, Interaction interaction, ItemFacts facts) {
        this.parts = parts;
        this.interaction = interaction;
        this.facts = facts;
        at = interaction.at();
    }

    void takeIn() {
        learnTaste(parts.settings.weights().of(interaction));
        learnHabits();
        remember();
        obey();
        parts.lastInteractionAt = Math.max(parts.lastInteractionAt, at);
    }

    private void learnTaste(double weight) {
        if (weight == 0) {
            return;
        }
        learn(Trait.CATEGORY, touchedCategories(), weight);
        if (interaction.query() != null) {
            learn(Trait.INTENT, SearchIntent.of(interaction.query()), weight);
        }
        if (facts == null) {
            return;
        }
        if (facts.brand() != null) {
            learn(Trait.BRAND, facts.brand(), weight);
        }
        if (!facts.attributes().isEmpty()) {
            learnAttributes(weight);
        }
        if (facts.priceBand() != 0) {
            learn(Trait.PRICE, facts.priceBand(), weight);
        }
    }

    /** Values of one name share the weight: a shirt that is to be had in eight sizes says little of any of them. */
    private void learnAttributes(double weight) {
        List<String> attributes = facts.attributes();
        DecayedWeightsBuilder builder = builder(Trait.ATTRIBUTE, attributes.size());
        int start = 0;
        while (start < attributes.size()) {
            int end = start + 1;
            while (end < attributes.size() && ItemFacts.haveOneName(attributes.get(start), attributes.get(end))) {
                end++;
            }
            for (String attribute : attributes.subList(start, end)) {
                add(builder, Trait.ATTRIBUTE, Label.key(attribute), attribute, weight / (end - start));
            }
            start = end;
        }
        finish(builder, Trait.ATTRIBUTE, weight);
    }

    private long[] touchedCategories() {
        long[] known = facts == null ? NOTHING : facts.categoryIds();
        if (interaction.categoryId() == 0 || interaction.itemId() != 0) {
            return known;
        }
        long[] touched = Arrays.copyOf(known, known.length + 1);
        touched[known.length] = interaction.categoryId();
        return touched;
    }

    private void learnHabits() {
        switch (interaction.type()) {
            case PRODUCT_VIEW, CATEGORY_VIEW, SEARCH, CART_ADD, PURCHASE -> {
                Device device = interaction.details().context().device();
                if (device != Device.UNKNOWN) {
                    learn(Trait.DEVICE, device.ordinal(), 1);
                }
                int time = TimeOfWeek.of(at, parts.settings.zone()).number();
                learn(Trait.TIME, time, 1);
            }
            default -> {}
        }
    }

    private void learn(Trait trait, String label, double weight) {
        if (!label.isEmpty()) {
            DecayedWeightsBuilder builder = builder(trait, 1);
            add(builder, trait, Label.key(label), label, weight);
            finish(builder, trait, weight);
        }
    }

    private void learn(Trait trait, long key, double weight) {
        learn(trait, new long[] {key}, weight);
    }

    /** Adds the weight to each key once, and once to the total. */
    private void learn(Trait trait, long[] keys, double weight) {
        if (keys.length > 0) {
            DecayedWeightsBuilder builder = builder(trait, keys.length);
            for (int i = 0; i < keys.length; i++) {
                if (isFirst(keys, i)) {
                    add(builder, trait, keys[i], null, weight);
                }
            }
            finish(builder, trait, weight);
        }
    }

    private DecayedWeightsBuilder builder(Trait trait, int room) {
        return new DecayedWeightsBuilder(parts.weights(trait), room, parts.settings.decay(trait));
    }

    /** What the shopper has removed is not learned again. */
    private void add(DecayedWeightsBuilder builder, Trait trait, long key, String name, double weight) {
        if (!parts.removed.isSet(trait.kind, key)) {
            builder.add(key, name == null ? null : Label.of(name), weight, at, weight > 0 ? 1 : 0);
        }
    }

    private void finish(DecayedWeightsBuilder builder, Trait trait, double weight) {
        parts.set(trait, builder.addTotal(weight, at).build(trait.limit));
    }

    private static boolean isFirst(long[] keys, int index) {
        for (int i = 0; i < index; i++) {
            if (keys[i] == keys[index]) {
                return false;
            }
        }
        return true;
    }

    private void remember() {
        long item = interaction.itemId();
        switch (interaction.type()) {
            case PRODUCT_VIEW -> {
                if (at > parts.viewedClearedAt) {
                    parts.viewed = parts.viewed.with(item, at);
                }
                notice(item);
            }
            case CLICK, QUICK_LOOK, WISH_LIST_ADD -> notice(item);
            case CART_ADD -> {
                parts.carted = parts.carted.with(item, at);
                notice(item);
            }
            case CART_REMOVE -> parts.carted = parts.carted.without(item, at);
            case PURCHASE -> {
                parts.bought = parts.bought.with(item, at);
                parts.itemCadences = parts.itemCadences.with(item, at);
                if (facts != null && facts.categoryIds().length > 0) {
                    parts.categoryCadences = parts.categoryCadences.with(facts.categoryIds()[0], at);
                }
                notice(item);
            }
            case CANCELLATION, RETURN -> {
                if (item != 0) {
                    parts.bought = parts.bought.without(item, at);
                    parts.itemCadences = parts.itemCadences.without(item, at);
                }
            }
            case IMPRESSION -> ShownList.read(interaction.details().text()).ifPresent(list -> ignore(list.itemIds()));
            default -> {}
        }
    }

    private void notice(long itemId) {
        parts.set(Trait.IGNORED, parts.weights(Trait.IGNORED).without(itemId));
    }

    /** Each product shown counts by how likely its place was looked at, until the shopper does look at the product. */
    private void ignore(List<Long> shown) {
        int seen = Math.min(shown.size(), parts.settings.ignoredPositions());
        DecayedWeightsBuilder builder =
                new DecayedWeightsBuilder(parts.weights(Trait.IGNORED), seen, parts.settings.decay(Trait.IGNORED));
        for (int i = 0; i < seen; i++) {
            builder.add(shown.get(i), null, Math.log(2) / Math.log(2.0 + i), at, 1);
        }
        parts.set(Trait.IGNORED, builder.build(Trait.IGNORED.limit));
    }

    /** What the shopper said in so many words. */
    private void obey() {
        switch (interaction.type()) {
            case PREFERENCE -> Preference.read(interaction.details().text()).ifPresent(this::declare);
            case NOT_INTERESTED -> reject();
            case CONCLUSION_REMOVED ->
                Conclusion.read(interaction.details().text()).ifPresent(this::removeLine);
            case VIEWED_CLEARED -> {
                parts.viewedClearedAt = Math.max(parts.viewedClearedAt, at);
                parts.viewed = parts.viewed.after(parts.viewedClearedAt);
            }
            case PAUSED -> parts.pausedAt = Math.max(parts.pausedAt, at);
            case RESUMED -> parts.resumedAt = Math.max(parts.resumedAt, at);
            default -> {}
        }
    }

    /** A declaration also lifts what stood against it: an earlier removal or "not interested". */
    private void declare(Preference preference) {
        parts.declared = parts.declared.with(preference, at);
        for (Conclusion line : DeclaredLines.of(preference)) {
            if (parts.removed.isSet(line)) {
                parts.removed = parts.removed.with(line, at, false);
            }
            DeclaredLines.opposite(line)
                    .filter(parts.rejected::isSet)
                    .ifPresent(rejection -> parts.rejected = parts.rejected.with(rejection, at, false));
        }
    }

    private void reject() {
        Conclusion line;
        if (interaction.itemId() != 0) {
            line = Conclusion.of(Conclusion.Kind.NOT_ITEM, interaction.itemId());
        } else if (interaction.categoryId() != 0) {
            line = Conclusion.of(Conclusion.Kind.NOT_CATEGORY, interaction.categoryId());
        } else {
            line = new Conclusion(
                    Conclusion.Kind.NOT_BRAND, interaction.details().text());
        }
        parts.rejected = parts.rejected.with(line, at, true);
    }

    private void removeLine(Conclusion line) {
        Trait.of(line.kind())
                .ifPresentOrElse(
                        trait -> {
                            parts.removed = parts.removed.with(line, at, true);
                            parts.dropRemoved();
                        },
                        () -> parts.rejected = parts.rejected.with(line, at, false));
    }
}
