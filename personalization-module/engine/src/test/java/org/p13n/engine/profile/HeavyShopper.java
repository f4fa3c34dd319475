package org.p13n.engine.profile;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.Preference;
import org.p13n.engine.event.ShoppingContext;
import org.p13n.engine.event.ShownList;

/** A seeded shopper who does everything that can be done, at random, in a catalog of 100,000 products, for a year. */
final class HeavyShopper {
    static final long NOW = 1_700_000_000_000L;

    private static final int PRODUCTS = 100_000;
    private static final long YEAR = 365L * 24 * 3600 * 1000;
    private static final List<String> NAMES = List.of("colour", "size", "material", "skin type", "roast", "diet");
    private static final List<InteractionType> LEARNED = List.of(
            InteractionType.PRODUCT_VIEW,
            InteractionType.CATEGORY_VIEW,
            InteractionType.SEARCH,
            InteractionType.CART_ADD,
            InteractionType.CART_REMOVE,
            InteractionType.PURCHASE,
            InteractionType.CANCELLATION,
            InteractionType.DWELL,
            InteractionType.IMPRESSION,
            InteractionType.CLICK,
            InteractionType.QUICK_LOOK,
            InteractionType.WISH_LIST_ADD,
            InteractionType.CHECKOUT_START,
            InteractionType.RETURN,
            InteractionType.RATING,
            InteractionType.PREFERENCE,
            InteractionType.NOT_INTERESTED,
            InteractionType.CONCLUSION_REMOVED);

    private final Random random;

    HeavyShopper(long seed) {
        random = new Random(seed);
    }

    ShopperProfile after(int interactions) {
        ShopperProfile profile = ShopperProfile.empty(123_456);
        for (int i = interactions; i > 0; i--) {
            Interaction next = next(NOW - i * (YEAR / interactions));
            profile = profile.with(next, facts(next.itemId()));
        }
        return profile;
    }

    static ItemFacts facts(long item) {
        if (item == 0) {
            return null;
        }
        long[] categories = {20_000 + item % 2_000, 10_000 + item % 200, 1_000 + item % 20, 1};
        List<String> attributes = NAMES.subList((int) (item % 3), (int) (item % 3) + 3).stream()
                .map(name -> name + "=value " + item % 97)
                .toList();
        return new ItemFacts(
                item, "Product " + item, "Some Brand " + item % 3_000, categories, 0, attributes, 1 + (int) (item % 5));
    }

    private Interaction next(long at) {
        InteractionType type = LEARNED.get(random.nextInt(LEARNED.size()));
        long item = item();
        ShoppingContext context = new ShoppingContext(
                ShoppingContext.Device.values()[1 + random.nextInt(3)], ShoppingContext.Referrer.DIRECT, "en_US", "US");
        InteractionDetails details = InteractionDetails.NONE
                .withValue(1 + random.nextInt(60))
                .withImpression(9)
                .withContext(context);
        return switch (type) {
            case CATEGORY_VIEW -> Interaction.categoryView(1, 20_000 + item % 2_000, at);
            case SEARCH -> Interaction.search(1, "dark green tea pot " + item, at);
            case IMPRESSION -> Interaction.impression(1, 9, shown(), at);
            case PREFERENCE ->
                Interaction.of(
                        type,
                        1,
                        0,
                        details.withText(
                                new Preference("question " + item % 40, List.of("some answer", "another")).encode()),
                        at);
            case NOT_INTERESTED ->
                random.nextBoolean()
                        ? Interaction.of(type, 1, item, details, at)
                        : Interaction.of(type, 1, 0, details.withText("Some Brand " + item % 3_000), at);
            case CONCLUSION_REMOVED ->
                Interaction.of(
                        type,
                        1,
                        0,
                        details.withText(
                                new Conclusion(Conclusion.Kind.ATTRIBUTE, "colour=value " + item % 97).encode()),
                        at);
            default -> new Interaction(type, 1, item, 0, null, 1, 77, at, details);
        };
    }

    private ShownList shown() {
        return new ShownList(
                "category",
                "platform",
                1,
                0,
                LongStream.generate(this::item).limit(40).boxed().toList());
    }

    private long item() {
        return 1 + (long) (PRODUCTS * Math.pow(random.nextDouble(), 2));
    }
}
