package org.p13n.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.p13n.engine.event.Interaction;

class ShopperProfilePropertiesTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long YEAR = 365L * 24 * 3600 * 1000;

    @Property(seed = "1")
    void affinitiesLieBetweenNothingAndCertainty(@ForAll("interactions") List<Interaction> history) {
        ShopperProfile profile = profile(history);
        for (long now : new long[] {0, NOW - YEAR, NOW, NOW + 50 * YEAR}) {
            for (int i = 0; i < 12; i++) {
                assertThat(profile.brandAffinity("b" + i, now))
                        .isGreaterThanOrEqualTo(0)
                        .isLessThan(1);
                assertThat(profile.categoryAffinity(i, now))
                        .isGreaterThanOrEqualTo(0)
                        .isLessThan(1);
            }
        }
    }

    @Property(seed = "2")
    void theOrderOfInteractionsDoesNotMatter(@ForAll("interactions") List<Interaction> history) {
        List<Interaction> onlyAdding =
                history.stream().filter(i -> i.quantity() != 2).toList();
        List<Interaction> reversed = new ArrayList<>(onlyAdding);
        Collections.reverse(reversed);
        assertSame(profile(onlyAdding), profile(reversed));
    }

    @Property(seed = "3")
    void mergingCommutesAndAssociates(
            @ForAll("interactions") List<Interaction> a,
            @ForAll("interactions") List<Interaction> b,
            @ForAll("interactions") List<Interaction> c) {
        ShopperProfile x = profile(a);
        ShopperProfile y = profile(b);
        ShopperProfile z = profile(c);
        assertSame(x.mergedWith(y), y.mergedWith(x));
        assertSame(x.mergedWith(y).mergedWith(z), x.mergedWith(y.mergedWith(z)));
    }

    @Property(seed = "4")
    void theTextHoldsTheProfile(@ForAll("interactions") List<Interaction> history) {
        ShopperProfile profile = profile(history);
        ShopperProfile read = ShopperProfile.decode(profile.encode());
        assertSame(read, profile);
        assertThat(read.encode()).isEqualTo(profile.encode());
    }

    @Provide
    Arbitrary<List<Interaction>> interactions() {
        Arbitrary<Long> items = Arbitraries.longs().between(1, 12);
        Arbitrary<Long> times = Arbitraries.oneOf(
                Arbitraries.longs().between(NOW - YEAR, NOW), Arbitraries.of(0L, NOW, NOW - 1, NOW + 40 * YEAR));
        return Combinators.combine(Arbitraries.integers().between(0, 4), items, times)
                .as(ShopperProfilePropertiesTest::interaction)
                .list()
                .ofMaxSize(40);
    }

    private static Interaction interaction(int kind, long item, long at) {
        return switch (kind) {
            case 0 -> Interaction.productView(7, item, at);
            case 1 -> Interaction.categoryView(7, item, at);
            case 2 -> Interaction.cartChange(7, item, 1, at);
            case 3 -> Interaction.cartChange(7, item, -2, at);
            default -> Interaction.purchase(7, item, 1, 99, at);
        };
    }

    private static ShopperProfile profile(List<Interaction> history) {
        ShopperProfile profile = ShopperProfile.empty(7);
        for (Interaction interaction : history) {
            long item = interaction.itemId();
            ItemFacts facts =
                    item == 0 ? null : new ItemFacts(item, "", "b" + item % 5, new long[] {item % 4, item}, 0);
            profile = profile.with(interaction, facts);
        }
        return profile;
    }

    private static void assertSame(ShopperProfile a, ShopperProfile b) {
        assertThat(a.interactionCount()).isEqualTo(b.interactionCount());
        assertThat(a.lastInteractionAt()).isEqualTo(b.lastInteractionAt());
        assertThat(a.recentlyViewed()).isEqualTo(b.recentlyViewed());
        assertThat(a.recentlyBought()).isEqualTo(b.recentlyBought());
        for (int i = 0; i < 12; i++) {
            assertThat(a.brandAffinity("b" + i, NOW)).isCloseTo(b.brandAffinity("b" + i, NOW), within(1e-3));
            assertThat(a.categoryAffinity(i, NOW)).isCloseTo(b.categoryAffinity(i, NOW), within(1e-3));
        }
    }
}
