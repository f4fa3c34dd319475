package org.p13n.broadleaf.profile;

import java.time.ZoneId;
import org.p13n.engine.profile.ProfileSettings;
import org.p13n.engine.profile.ShopperProfile;

/** The hyper-parameters of profiles in this shop: the engine's, in the time zone of the server, as the platform has it. */
final class ShopSettings {
    private static final ProfileSettings SETTINGS = ProfileSettings.defaults().withZone(ZoneId.systemDefault());

    private ShopSettings() {}

    static ShopperProfile empty(long shopperId) {
        return ShopperProfile.empty(shopperId, SETTINGS);
    }

    /** @throws IllegalArgumentException as {@link ShopperProfile#decode} does */
    static ShopperProfile decode(String text) {
        return ShopperProfile.decode(text, SETTINGS);
    }
}
