package org.p13n.engine.event.journal;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShoppingContext;
import org.p13n.engine.event.ShownList;

/** Interactions of every kind that a journal may have to keep. */
final class Happenings {
    private static final long NOW = 1_800_000_000_000L;
    private static final ShoppingContext PHONE =
            new ShoppingContext(ShoppingContext.Device.PHONE, ShoppingContext.Referrer.MAIL, "de_DE", "AT");

    private Happenings() {}

    static List<NumberedInteraction> random(long seed, int size) {
        Random random = new Random(seed);
        return IntStream.range(0, size)
                .mapToObj(number -> new NumberedInteraction(number + 1L, one(random)))
                .toList();
    }

    static NumberedInteraction view(long id, long shopperId) {
        return new NumberedInteraction(id, Interaction.productView(shopperId, id, NOW + id));
    }

    private static Interaction one(Random random) {
        long shopper = random.nextBoolean() ? 1 + random.nextInt(50) : ShopperIds.visitor(random.nextLong());
        long at = NOW + random.nextInt(1_000_000);
        return switch (random.nextInt(5)) {
            case 0 -> Interaction.productView(shopper, random.nextLong() | 1, at);
            case 1 -> Interaction.search(shopper, "x" + text(random), at);
            case 2 -> Interaction.purchase(shopper, 1 + random.nextInt(9), 3, 77, at);
            case 3 ->
                Interaction.impression(
                        shopper, random.nextLong() | 1, new ShownList("search", "own", 5, 6, List.of(1L, 2L)), at);
            default ->
                Interaction.of(
                        InteractionType.RATING,
                        shopper,
                        8,
                        new InteractionDetails(5, random.nextLong(), text(random), PHONE),
                        at);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(200); i > 0; i--) {
            text.appendCodePoint(random.nextBoolean() ? 'a' + random.nextInt(26) : 0x1F300 + random.nextInt(200));
        }
        return text.toString();
    }
}
