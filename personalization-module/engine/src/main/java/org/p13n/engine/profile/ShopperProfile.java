package org.p13n.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Conclusion.Kind;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShoppingContext.Device;

/**
 * The summary of one shopper: what he is drawn to, how he shops, what he has declared and what he does not want.
 * Immutable and bounded; a fold over interactions. Taking in an interaction twice counts it twice; its capturer makes
 * sure that it does not.
 */
public final class ShopperProfile {

    /** Never changed once it is here. */
    final ProfileParts parts;

    ShopperProfile(ProfileParts parts) {
        this.parts = parts;
    }

    /** The profile of a shopper of whom nothing is known, with the default settings. */
    public static ShopperProfile empty(long shopperId) {
        return empty(shopperId, ProfileSettings.defaults());
    }

    public static ShopperProfile empty(long shopperId, ProfileSettings settings) {
        return new ShopperProfile(new ProfileParts(shopperId, settings));
    }

    /**
     * The profile after one more interaction; this one if the interaction teaches nothing. While the shopper has paused,
     * only what he says in so many words is taken in.
     *
     * @param facts the item's facts; for a category view, facts whose categories are the category's ancestors; null if
     *     unknown, then only the interaction's own ids teach something
     */
    public ShopperProfile with(Interaction interaction, ItemFacts facts) {
        boolean learned = !wasPaused(interaction.at());
        return switch (interaction.type()) {
            case IMPRESSION_SEEN, CONSENT_GIVEN, CONSENT_WITHDRAWN, MAIL_OPENED, MAIL_CLICKED -> this;
            case IMPRESSION -> learned ? after(interaction, null, 0) : this;
            case PREFERENCE, NOT_INTERESTED, CONCLUSION_REMOVED, VIEWED_CLEARED, PAUSED, RESUMED ->
                after(interaction, learned ? facts : null, 1);
            default -> learned ? after(interaction, facts, 1) : this;
        };
    }

    /**
     * The profile after some more interactions, in whatever order they arrive: the order of time counts, and where it
     * ties, that of types and ids.
     *
     * @param facts gives what {@link #with} wants to know of an interaction, or null
     */
    public ShopperProfile withAll(Collection<Interaction> interactions, Function<Interaction, ItemFacts> facts) {
        ShopperProfile profile = this;
        for (Interaction interaction :
                interactions.stream().sorted(Interaction.IN_TIME).toList()) {
            profile = profile.with(interaction, facts.apply(interaction));
        }
        return profile;
    }

    private ShopperProfile after(Interaction interaction, ItemFacts facts, int counted) {
        ProfileParts next = new ProfileParts(parts);
        new ProfileLearning(next, interaction, facts).takeIn();
        next.interactionCount += counted;
        return new ShopperProfile(next);
    }

    /**
     * This shopper's profile with all that the other one knows, as when a visitor turns out to be a customer. Keeps this
     * profile's shopper and settings; apart from these the order of merging does not matter beyond rounding. Of what
     * both have declared, removed or paused, the newest word counts.
     */
    public ShopperProfile mergedWith(ShopperProfile other) {
        if (other.parts.lastInteractionAt == 0 && other.isEmpty()) {
            return this;
        }
        ProfileParts merged = new ProfileParts(parts);
        merged.merge(other.parts);
        return new ShopperProfile(merged);
    }

    public long shopperId() {
        return parts.shopperId;
    }

    /** Whether the shopper has done nothing yet; lists that he was shown are nothing that he did. */
    public boolean isEmpty() {
        return parts.interactionCount == 0;
    }

    /** Whether the shopper has asked for a pause: nothing is learned and nothing may be personalized. */
    public boolean paused() {
        return parts.pausedAt > parts.resumedAt;
    }

    /** Whether there is something to personalize by, and the shopper has not paused. */
    public boolean personalizes() {
        return !isEmpty() && !paused();
    }

    /** 0 for no interest or an unknown category, growing towards 1 with the share of recent interest and its amount. */
    public double categoryAffinity(long categoryId, long now) {
        return parts.rejected.isSet(Kind.NOT_CATEGORY, categoryId) ? 0 : parts.share(Trait.CATEGORY, categoryId, now);
    }

    /** Like {@link #categoryAffinity}; 0 for null, which is no brand. */
    public double brandAffinity(String brand, long now) {
        return brand == null || parts.rejected.isSet(Kind.NOT_BRAND, brand)
                ? 0
                : parts.share(Trait.BRAND, Label.key(brand), now);
    }

    /** @param attribute as {@code name=value} */
    public double attributeAffinity(String attribute, long now) {
        return parts.share(Trait.ATTRIBUTE, Label.key(attribute), now);
    }

    /** @param priceBand 1 to 5; 0 for 0, which is unknown */
    public double priceAffinity(int priceBand, long now) {
        return parts.share(Trait.PRICE, priceBand, now);
    }

    /** @param query as it is typed */
    public double intentAffinity(String query, long now) {
        return parts.share(Trait.INTENT, Label.key(SearchIntent.of(query)), now);
    }

    /** Strongest first, ties by id; like all these lists, without what the shopper is not interested in. */
    public List<CategoryAffinity> topCategories(int limit, long now) {
        return parts.top(Trait.CATEGORY, limit, now, (key, label, share, n) -> new CategoryAffinity(key, share, n));
    }

    /** Strongest first, ties in a fixed order. */
    public List<BrandAffinity> topBrands(int limit, long now) {
        return parts.top(Trait.BRAND, limit, now, (key, label, share, n) -> new BrandAffinity(label, share, n));
    }

    /** Strongest first, ties in a fixed order. */
    public List<AttributeAffinity> topAttributes(int limit, long now) {
        return parts.top(Trait.ATTRIBUTE, limit, now, (key, label, share, n) -> AttributeAffinity.of(label, share, n));
    }

    /** Strongest first. */
    public List<PriceAffinity> priceBands(long now) {
        return parts.top(
                Trait.PRICE, Trait.PRICE.limit, now, (key, label, share, n) -> new PriceAffinity((int) key, share, n));
    }

    /** Strongest first, ties in a fixed order. */
    public List<IntentAffinity> topIntents(int limit, long now) {
        return parts.top(Trait.INTENT, limit, now, (key, label, share, n) -> new IntentAffinity(label, share, n));
    }

    /** Strongest first. */
    public List<DeviceAffinity> devices(long now) {
        return parts.top(
                Trait.DEVICE,
                Trait.DEVICE.limit,
                now,
                (key, label, share, n) -> new DeviceAffinity(Device.values()[(int) key], share, n));
    }

    /** Strongest first. */
    public List<TimeAffinity> timesOfWeek(int limit, long now) {
        return parts.top(
                Trait.TIME,
                limit,
                now,
                (key, label, share, n) -> new TimeAffinity(TimeOfWeek.ofNumber((int) key), share, n));
    }

    /** What the shopper has declared: question to answers. */
    public Map<String, List<String>> declared() {
        return parts.declared.answers();
    }

    /** How regularly the product is bought; empty if it was not bought of late. */
    public Optional<Cadence> cadence(long itemId) {
        return parts.itemCadences.find(itemId);
    }

    /** How regularly something of that category is bought, as far as it is the product's main one. */
    public Optional<Cadence> categoryCadence(long categoryId) {
        return parts.categoryCadences.find(categoryId);
    }

    /** Newest first. */
    public long[] recentlyViewed() {
        return parts.viewed.ids();
    }

    /** The items viewed at or after that time, newest first. */
    public long[] viewedSince(long time) {
        return parts.viewed.since(time);
    }

    /** Newest first; without what was removed again. */
    public long[] recentlyCarted() {
        return parts.carted.ids();
    }

    /** Newest first; without what was cancelled or returned. */
    public long[] recentlyBought() {
        return parts.bought.ids();
    }

    /** The purchases that are remembered, of the latest products the last few each; newest first, ties by product. */
    public List<Purchase> purchases() {
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < parts.bought.size(); i++) {
            if (!parts.bought.isGone(i)) {
                long itemId = parts.bought.id(i);
                long[] minutes = parts.itemCadences.minutes().get(itemId);
                if (minutes == null) {
                    purchases.add(Purchase.of(itemId, TimeUnit.MILLISECONDS.toMinutes(parts.bought.time(i))));
                } else {
                    Arrays.stream(minutes).forEach(minute -> purchases.add(Purchase.of(itemId, minute)));
                }
            }
        }
        purchases.sort(Comparator.comparingLong(Purchase::at).reversed().thenComparingLong(Purchase::itemId));
        return purchases;
    }

    /** What was bought and then cancelled or returned, newest first. */
    public long[] returned() {
        return parts.bought.goneIds();
    }

    /** Newest first. */
    public List<Long> notInterestedItems() {
        return parts.rejected.values(Kind.NOT_ITEM).map(Long::valueOf).toList();
    }

    /** Newest first. */
    public List<String> notInterestedBrands() {
        return parts.rejected.values(Kind.NOT_BRAND).toList();
    }

    /** Newest first. */
    public List<Long> notInterestedCategories() {
        return parts.rejected.values(Kind.NOT_CATEGORY).map(Long::valueOf).toList();
    }

    /** What the shopper does not want to be concluded about him, newest first. */
    public List<Conclusion> removedConclusions() {
        return parts.removed.lines();
    }

    /** Whether the shopper does not want the product, its brand or one of its categories. */
    public boolean rejects(ItemFacts facts) {
        if (parts.rejected.isEmpty()) {
            return false;
        }
        if (parts.rejected.isSet(Kind.NOT_ITEM, facts.itemId())
                || (facts.brand() != null && parts.rejected.isSet(Kind.NOT_BRAND, facts.brand()))) {
            return true;
        }
        return Arrays.stream(facts.categoryIds()).anyMatch(id -> parts.rejected.isSet(Kind.NOT_CATEGORY, id));
    }

    /** Whether the product was bought and then cancelled or returned. */
    public boolean hasReturned(long itemId) {
        return parts.bought.isGone(itemId);
    }

    /** In how many lists of late the product was shown in vain, each place weighed by how likely it was looked at. */
    public double ignored(long itemId, long now) {
        return parts.weights(Trait.IGNORED).weight(itemId, now, parts.settings.decay(Trait.IGNORED));
    }

    public long interactionCount() {
        return parts.interactionCount;
    }

    /** Epoch milliseconds of the latest interaction, 0 if there is none. */
    public long lastInteractionAt() {
        return parts.lastInteractionAt;
    }

    /** The profile as a line of readable text. */
    public String encode() {
        return ProfileText.encode(this);
    }

    /** Like {@link #decode(String, ProfileSettings)} with the default settings. */
    public static ShopperProfile decode(String text) {
        return decode(text, ProfileSettings.defaults());
    }

    /**
     * The profile that {@link #encode} has written.
     *
     * @throws IllegalArgumentException if the text is corrupt or of another version of this module; the profile is then
     *     to be built again from the interactions
     */
    public static ShopperProfile decode(String text, ProfileSettings settings) {
        return ProfileText.decode(text, settings);
    }

    @Override
    public String toString() {
        return encode();
    }

    private boolean wasPaused(long at) {
        return parts.pausedAt != 0 && at >= parts.pausedAt && (paused() || at < parts.resumedAt);
    }
}
