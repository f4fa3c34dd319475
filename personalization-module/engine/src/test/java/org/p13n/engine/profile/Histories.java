package org.p13n.engine.profile;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.Preference;
import org.p13n.engine.event.ShoppingContext;
import org.p13n.engine.event.ShoppingContext.Device;
import org.p13n.engine.event.ShoppingContext.Referrer;
import org.p13n.engine.event.ShownList;

/** Random histories of one shopper with few products, so that things meet. */
final class Histories {
    static final long NOW = 1_700_000_000_000L;
    static final long YEAR = 365L * 24 * 3600 * 1000;
    static final int ITEMS = 12;

    private Histories() {}

    static Arbitrary<List<Interaction>> interactions(int first, int last) {
        return Combinators.combine(
                        Arbitraries.integers().between(first, last),
                        Arbitraries.longs().between(1, ITEMS),
                        times())
                .as(Histories::interaction)
                .list()
                .ofMaxSize(40);
    }

    static Arbitrary<Long> times() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(NOW - YEAR, NOW), Arbitraries.of(0L, NOW, NOW - 1, NOW + 40 * YEAR));
    }

    static Interaction interaction(int kind, long item, long at) {
        return switch (kind) {
            case 0 -> Interaction.productView(7, item, at).with(context(item));
            case 1 -> Interaction.categoryView(7, item, at);
            case 2 -> Interaction.cartChange(7, item, 1, at);
            case 3 -> Interaction.cartChange(7, item, -2, at);
            case 4 -> Interaction.purchase(7, item, 1, 99, at);
            case 5 -> Interaction.search(7, "Tea, " + item % 3, at);
            case 6 -> Interaction.click(7, item, 5, 1, at);
            case 7 -> valued(InteractionType.DWELL, item, (int) item * 5, at);
            case 8 -> valued(InteractionType.RATING, item, (int) item % 6 + 1, at);
            case 9 -> valued(InteractionType.QUICK_LOOK, item, 0, at);
            case 10 -> valued(InteractionType.WISH_LIST_ADD, item, 0, at);
            case 11 -> said(InteractionType.NOT_INTERESTED, "b" + item % 5, at);
            case 12 -> valued(InteractionType.NOT_INTERESTED, item, 0, at);
            case 13 -> preference(item, at);
            case 14 -> said(InteractionType.VIEWED_CLEARED, "", at);
            case 15 ->
                said(
                        InteractionType.CONCLUSION_REMOVED,
                        new Conclusion(Conclusion.Kind.BRAND, "b" + item % 5).encode(),
                        at);
            case 16 -> said(InteractionType.PAUSED, "", at);
            case 17 -> said(InteractionType.RESUMED, "", at);
            case 18 -> Interaction.impression(7, 5, new ShownList("home", "s", 1, 0, List.of(item, 13 - item, 1L)), at);
            default -> Interaction.cancellation(7, item, 1, 99, at);
        };
    }

    static InteractionDetails context(long item) {
        return InteractionDetails.NONE.withContext(
                new ShoppingContext(Device.values()[(int) (item % 4)], Referrer.DIRECT, "", ""));
    }

    static Interaction preference(long item, long at) {
        Preference preference = new Preference("diet " + item % 2, item > 9 ? List.of() : List.of("v" + item, "w"));
        return said(InteractionType.PREFERENCE, preference.encode(), at);
    }

    static Interaction valued(InteractionType type, long item, int value, long at) {
        return Interaction.of(type, 7, item, InteractionDetails.NONE.withValue(value), at);
    }

    static Interaction said(InteractionType type, String text, long at) {
        return Interaction.of(type, 7, 0, InteractionDetails.NONE.withText(text), at);
    }

    static ItemFacts facts(long item) {
        return item == 0
                ? null
                : new ItemFacts(
                        item,
                        "",
                        "b" + item % 5,
                        new long[] {item % 4, item},
                        0,
                        List.of("colour=" + item % 3, "size=M", "size=" + item % 2),
                        (int) (item % 6));
    }
}
