package org.p13n.benchmark;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.Preference;
import org.p13n.engine.event.ShoppingContext;
import org.p13n.engine.event.ShownList;
import org.p13n.engine.profile.ShopperProfile;

/** A seeded shopper who has done all kinds of things at random for a year, so that every table of the profile is full. */
final class HeavyShopper {
    private static final long YEAR = 365L * 24 * 3600 * 1000;
    private static final int SHOWN = 40;
    private static final InteractionDetails DETAILS = InteractionDetails.NONE
            .withValue(40)
            .withImpression(9)
            .withContext(
                    new ShoppingContext(ShoppingContext.Device.PHONE, ShoppingContext.Referrer.DIRECT, "en_US", "US"));

    private final SampleShop shop;
    private final Random random = new Random(10);

    HeavyShopper(SampleShop shop) {
        this.shop = shop;
    }

    ShopperProfile after(int interactions) {
        ShopperProfile profile = ShopperProfile.empty(1);
        for (int left = interactions; left > 0; left--) {
            Interaction next = next(SampleShop.NOW - left * (YEAR / interactions));
            profile = profile.with(next, shop.facts(next.itemId()));
        }
        return profile;
    }

    /** A list of 40 products as a category page shows it. */
    Interaction impression(long at) {
        List<Long> items = LongStream.generate(this::item).limit(SHOWN).boxed().toList();
        return Interaction.impression(1, 9, new ShownList("category", "platform", 1, 0, items), at);
    }

    private Interaction next(long at) {
        long item = item();
        return switch (random.nextInt(12)) {
            case 0 -> Interaction.categoryView(1, 20_000 + item % 512, at);
            case 1 -> Interaction.search(1, "green tea pot " + item, at);
            case 2 -> impression(at);
            case 3 ->
                said(
                        InteractionType.PREFERENCE,
                        new Preference("question " + item % 40, List.of("an answer")).encode(),
                        at);
            case 4 -> said(InteractionType.NOT_INTERESTED, "brand " + item, at);
            case 5 -> said(InteractionType.CONCLUSION_REMOVED, "brand:brand+" + item, at);
            case 6 -> Interaction.purchase(1, item, 1, at, at);
            case 7 -> Interaction.cartChange(1, item, 1, at);
            case 8 -> Interaction.of(InteractionType.DWELL, 1, item, DETAILS, at);
            default -> Interaction.productView(1, item, at).with(DETAILS);
        };
    }

    private static Interaction said(InteractionType type, String text, long at) {
        return Interaction.of(type, 1, 0, DETAILS.withText(text), at);
    }

    private long item() {
        return shop.popular(random);
    }
}
