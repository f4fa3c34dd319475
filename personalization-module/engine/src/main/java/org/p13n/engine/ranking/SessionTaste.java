package org.p13n.engine.ranking;

import java.util.Arrays;
import java.util.Objects;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** What the shopper viewed in the current shopping session, as a measure for other products. */
final class SessionTaste {
    private static final int LATEST = 10;

    private final ItemFacts[] viewed;

    private SessionTaste(ItemFacts[] viewed) {
        this.viewed = viewed;
    }

    static SessionTaste of(ShopperProfile profile, ItemCatalog catalog, long since) {
        return new SessionTaste(Arrays.stream(profile.viewedSince(since))
                .limit(LATEST)
                .mapToObj(catalog::facts)
                .filter(Objects::nonNull)
                .toArray(ItemFacts[]::new));
    }

    /** The mean likeness to what was viewed, shrunk as if one unlike product had been viewed as well; 0 to below 1. */
    double likeness(ItemFacts facts) {
        double sum = 0;
        for (ItemFacts seen : viewed) {
            sum += Likeness.of(seen, facts);
        }
        return sum / (viewed.length + 1);
    }
}
