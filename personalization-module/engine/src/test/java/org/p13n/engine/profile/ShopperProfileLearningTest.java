package org.p13n.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShoppingContext;
import org.p13n.engine.event.ShoppingContext.Device;

/** What a profile learns beside categories and brands. */
class ShopperProfileLearningTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final ItemFacts SHOE =
            new ItemFacts(10, "Shoe", "Acme", new long[] {2, 1}, 0, List.of("colour=red", "size=42", "size=43"), 4);
    private static final ItemFacts LAMP =
            new ItemFacts(20, "Lamp", "Lumen", new long[] {3, 1}, 0, List.of("colour=blue"), 1);

    private final ShopperProfile empty = ShopperProfile.empty(7);

    @Test
    void whatTheProductsAreLikeAndHowDear() {
        ShopperProfile profile = viewed(SHOE, 3);
        assertThat(profile.topAttributes(1, NOW)).first().satisfies(top -> {
            assertThat(top.name()).isEqualTo("colour");
            assertThat(top.value()).isEqualTo("red");
            assertThat(top.evidence()).isEqualTo(3);
            assertThat(top.affinity()).isEqualTo(profile.attributeAffinity("colour=red", NOW));
        });
        assertThat(profile.priceBands(NOW)).extracting(PriceAffinity::band).containsExactly(4);
    }

    @Test
    void lessOfAValueThatComesWithOthersOfItsName() {
        ShopperProfile profile = viewed(SHOE, 3);
        assertThat(profile.attributeAffinity("size=42", NOW))
                .isPositive()
                .isLessThan(profile.attributeAffinity("colour=red", NOW))
                .isEqualTo(profile.attributeAffinity("size=43", NOW));
    }

    @Test
    void whatIsSearchedForHoweverItIsSpelled() {
        ShopperProfile profile = empty.with(Interaction.search(7, "  Green TEA!", NOW), null)
                .with(Interaction.search(7, "green\ttea", NOW), null)
                .with(Interaction.search(7, "?!", NOW), null);
        assertThat(profile.topIntents(9, NOW)).singleElement().satisfies(intent -> {
            assertThat(intent.term()).isEqualTo("green tea");
            assertThat(intent.evidence()).isEqualTo(2);
        });
        assertThat(profile.intentAffinity("Green-Tea", NOW)).isPositive();
    }

    @Test
    void howOftenAProductAndItsCategoryAreBought() {
        ShopperProfile profile = empty;
        for (int week = 0; week < 6; week++) {
            profile = profile.with(Interaction.purchase(7, 10, 1, 90 + week, NOW + week * 7 * DAY), SHOE)
                    .with(Interaction.purchase(7, 20, 1, 90 + week, NOW + week * 7 * DAY), LAMP);
        }
        assertThat(profile.cadence(10)).hasValueSatisfying(cadence -> {
            assertThat(cadence.interval()).isEqualTo(Duration.ofDays(7));
            assertThat(cadence.purchases()).isEqualTo(4);
            assertThat(cadence.lastAt()).isBetween(NOW + 35 * DAY - 60_000, NOW + 35 * DAY);
        });
        assertThat(profile.categoryCadence(2)).isEqualTo(profile.cadence(10));
        assertThat(profile.cadence(99)).isEmpty();
        ShopperProfile cancelled = profile.with(Interaction.cancellation(7, 10, 1, 95, NOW + 36 * DAY), SHOE);
        assertThat(cancelled.cadence(10).orElseThrow().purchases()).isEqualTo(3);
    }

    @Test
    void onWhatAndWhenSomebodyShopsInTheShopsTimeZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        long sundayNoon = LocalDate.of(2026, 7, 5)
                .atTime(12, 30)
                .atZone(berlin)
                .toInstant()
                .toEpochMilli();
        InteractionDetails phone = InteractionDetails.NONE.withContext(new ShoppingContext(Device.PHONE, null, "", ""));
        ShopperProfile profile = ShopperProfile.empty(
                        7, ProfileSettings.defaults().withZone(berlin))
                .with(Interaction.productView(7, 10, sundayNoon).with(phone), SHOE);
        assertThat(profile.devices(sundayNoon))
                .extracting(DeviceAffinity::device)
                .containsExactly(Device.PHONE);
        assertThat(profile.timesOfWeek(9, sundayNoon))
                .extracting(TimeAffinity::time)
                .containsExactly(new TimeOfWeek(DayOfWeek.SUNDAY, 2));
    }

    @Test
    void moreFromALongLookAndLessFromABounce() {
        ShopperProfile view = viewed(SHOE, 1);
        assertThat(brand(view.with(dwell(60), SHOE))).isGreaterThan(brand(view));
        assertThat(brand(view.with(dwell(10), SHOE))).isEqualTo(brand(view));
        assertThat(brand(view.with(dwell(1), SHOE))).isLessThan(brand(view));
    }

    @Test
    void fromStarsAboveAndBelowTheMiddle() {
        ShopperProfile view = viewed(SHOE, 3);
        assertThat(brand(view.with(rating(5), SHOE))).isGreaterThan(brand(view));
        assertThat(brand(view.with(rating(3), SHOE))).isEqualTo(brand(view));
        assertThat(brand(view.with(rating(1), SHOE))).isLessThan(brand(view));
    }

    private ShopperProfile viewed(ItemFacts facts, int times) {
        ShopperProfile profile = empty;
        for (int i = 0; i < times; i++) {
            profile = profile.with(Interaction.productView(7, facts.itemId(), NOW), facts);
        }
        return profile;
    }

    private static double brand(ShopperProfile profile) {
        return profile.brandAffinity("Acme", NOW);
    }

    private static Interaction dwell(int seconds) {
        return Interaction.of(InteractionType.DWELL, 7, 10, InteractionDetails.NONE.withValue(seconds), NOW);
    }

    private static Interaction rating(int stars) {
        return Interaction.of(InteractionType.RATING, 7, 10, InteractionDetails.NONE.withValue(stars), NOW);
    }
}
