package org.p13n.engine.profile;

/** The parts from which the next {@link ShopperProfile} is made; filled by one thread and thrown away. */
final class ProfileParts {
    final long shopperId;
    final ProfileSettings settings;
    DecayedWeights categories = DecayedWeights.EMPTY;
    DecayedWeights brands = DecayedWeights.EMPTY;
    RecentItems viewed = RecentItems.EMPTY;
    RecentItems carted = RecentItems.EMPTY;
    RecentItems bought = RecentItems.EMPTY;
    long interactionCount;
    long lastInteractionAt;

    ProfileParts(long shopperId, ProfileSettings settings) {
        this.shopperId = shopperId;
        this.settings = settings;
    }

    ProfileParts(ShopperProfile start) {
        this(start.shopperId, start.settings);
        categories = start.categories;
        brands = start.brands;
        viewed = start.viewed;
        carted = start.carted;
        bought = start.bought;
        interactionCount = start.interactionCount;
        lastInteractionAt = start.lastInteractionAt;
    }
}
