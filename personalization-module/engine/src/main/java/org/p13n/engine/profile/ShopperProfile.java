package org.p13n.engine.profile;

import java.util.Arrays;
import java.util.List;
import org.p13n.engine.event.Interaction;

/**
 * The summary of one shopper: decayed affinities to categories and brands, and what was viewed, carted and bought last.
 * Immutable and bounded: 64 categories, 64 brands, 50 products of each kind. Taking in an interaction twice counts it
 * twice; its capturer makes sure that it does not.
 */
public final class ShopperProfile {
    private static final long[] NOTHING = {};

    final long shopperId;
    final ProfileSettings settings;
    final DecayedWeights categories;
    final DecayedWeights brands;
    final RecentItems viewed;
    final RecentItems carted;
    final RecentItems bought;
    final long interactionCount;
    final long lastInteractionAt;

    ShopperProfile(ProfileParts parts) {
        shopperId = parts.shopperId;
        settings = parts.settings;
        categories = parts.categories;
        brands = parts.brands;
        viewed = parts.viewed;
        carted = parts.carted;
        bought = parts.bought;
        interactionCount = parts.interactionCount;
        lastInteractionAt = parts.lastInteractionAt;
    }

    /** The profile of a shopper of whom nothing is known, with the default settings. */
    public static ShopperProfile empty(long shopperId) {
        return empty(shopperId, ProfileSettings.defaults());
    }

    public static ShopperProfile empty(long shopperId, ProfileSettings settings) {
        return new ShopperProfile(new ProfileParts(shopperId, settings));
    }

    /**
     * The profile after one more interaction.
     *
     * @param facts the item's facts; for a category view, facts whose categories are the category's ancestors; null if
     *     unknown, then only the interaction's own ids teach something
     */
    public ShopperProfile with(Interaction interaction, ItemFacts facts) {
        ProfileParts next = new ProfileParts(this);
        double weight = settings.weight(interaction.type());
        long at = interaction.at();
        long[] touched = touchedCategories(interaction, facts);
        if (weight != 0 && touched.length > 0) {
            next.categories = categories.with(touched, null, weight, at, categoryDecay());
        }
        if (weight != 0 && facts != null && facts.brand() != null) {
            long[] key = {BrandKey.of(facts.brand())};
            next.brands = brands.with(key, facts.brand(), weight, at, brandDecay());
        }
        remember(interaction, next);
        next.interactionCount = interactionCount + 1;
        next.lastInteractionAt = Math.max(lastInteractionAt, at);
        return new ShopperProfile(next);
    }

    /**
     * This shopper's profile with all that the other one knows, as when a visitor turns out to be a customer. Keeps this
     * profile's shopper and settings; apart from these the order of merging does not matter beyond rounding.
     */
    public ShopperProfile mergedWith(ShopperProfile other) {
        if (other.isEmpty()) {
            return this;
        }
        ProfileParts merged = new ProfileParts(this);
        merged.categories = categories.mergedWith(other.categories, categoryDecay());
        merged.brands = brands.mergedWith(other.brands, brandDecay());
        merged.viewed = viewed.mergedWith(other.viewed);
        merged.carted = carted.mergedWith(other.carted);
        merged.bought = bought.mergedWith(other.bought);
        merged.interactionCount = interactionCount + other.interactionCount;
        merged.lastInteractionAt = Math.max(lastInteractionAt, other.lastInteractionAt);
        return new ShopperProfile(merged);
    }

    public long shopperId() {
        return shopperId;
    }

    public boolean isEmpty() {
        return interactionCount == 0;
    }

    /** 0 for no interest or an unknown category, growing towards 1 with the share of recent interest and its amount. */
    public double categoryAffinity(long categoryId, long now) {
        return categories.share(categoryId, now, settings.priorWeight(), categoryDecay());
    }

    /** Like {@link #categoryAffinity}; 0 for null, which is no brand. */
    public double brandAffinity(String brand, long now) {
        return brand == null ? 0 : brands.share(BrandKey.of(brand), now, settings.priorWeight(), brandDecay());
    }

    /** Strongest first, ties by id. */
    public List<CategoryAffinity> topCategories(int limit, long now) {
        return Arrays.stream(categories.strongest(limit, categoryDecay()))
                .mapToObj(index -> new CategoryAffinity(
                        categories.keys[index],
                        categories.shareOf(index, now, settings.priorWeight(), categoryDecay())))
                .toList();
    }

    /** Strongest first, ties in a fixed order. */
    public List<BrandAffinity> topBrands(int limit, long now) {
        return Arrays.stream(brands.strongest(limit, brandDecay()))
                .mapToObj(index -> new BrandAffinity(
                        brands.labels[index], brands.shareOf(index, now, settings.priorWeight(), brandDecay())))
                .toList();
    }

    /** Newest first. */
    public long[] recentlyViewed() {
        return viewed.ids();
    }

    /** The items viewed at or after that time, newest first. */
    public long[] viewedSince(long time) {
        return viewed.since(time);
    }

    /** Newest first; without what was removed again. */
    public long[] recentlyCarted() {
        return carted.ids();
    }

    /** Newest first; without what was cancelled. */
    public long[] recentlyBought() {
        return bought.ids();
    }

    public long interactionCount() {
        return interactionCount;
    }

    /** Epoch milliseconds of the latest interaction, 0 if there is none. */
    public long lastInteractionAt() {
        return lastInteractionAt;
    }

    /** The profile as a line of readable text, with weights rounded to four decimals. */
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
     * @throws IllegalArgumentException if the text is corrupt or of a newer version of this module
     */
    public static ShopperProfile decode(String text, ProfileSettings settings) {
        return ProfileText.decode(text, settings);
    }

    @Override
    public String toString() {
        return encode();
    }

    Decay categoryDecay() {
        return new Decay(settings.categoryHalfLife().toMillis());
    }

    Decay brandDecay() {
        return new Decay(settings.brandHalfLife().toMillis());
    }

    private static long[] touchedCategories(Interaction interaction, ItemFacts facts) {
        long[] known = facts == null ? NOTHING : facts.categoryIds();
        if (interaction.categoryId() == 0 || interaction.itemId() != 0) {
            return known;
        }
        long[] touched = Arrays.copyOf(known, known.length + 1);
        touched[known.length] = interaction.categoryId();
        return touched;
    }

    private void remember(Interaction interaction, ProfileParts next) {
        long item = interaction.itemId();
        long at = interaction.at();
        switch (interaction.type()) {
            case PRODUCT_VIEW -> next.viewed = viewed.with(item, at);
            case CART_ADD -> next.carted = carted.with(item, at);
            case CART_REMOVE -> next.carted = carted.without(item);
            case PURCHASE -> next.bought = bought.with(item, at);
            case CANCELLATION, RETURN -> next.bought = bought.without(item);
            default -> {}
        }
    }
}
