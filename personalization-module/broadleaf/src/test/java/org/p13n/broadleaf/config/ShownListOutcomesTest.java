package org.p13n.broadleaf.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.config.ShownListOutcomes.Outcome;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ListOutcome;
import org.p13n.engine.event.ShownList;

class ShownListOutcomesTest {
    private static final long NOW = 1_700_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long TEA = 10;
    private static final long CUP = 20;

    private final ShopDatabase shop = new ShopDatabase();
    private final InteractionTable table = new InteractionTable(shop.platform(), new InteractionIds(), new Failures());
    private final ShownListOutcomes outcomes = new ShownListOutcomes(shop.platform(), () -> NOW);

    @Test
    void countsListsClicksAndCartsByPlacementAndStrategy() {
        table.insert(List.of(
                shown(501, "search", "personal", NOW - DAY),
                shown(502, "search", "personal", NOW - DAY),
                shown(503, "bundle", "bought-together", NOW - DAY),
                seen(501, 4),
                seen(501, 9),
                Interaction.click(7, TEA, 501, 1, NOW - DAY),
                Interaction.click(7, CUP, 501, 2, NOW - DAY),
                because(501, Interaction.cartChange(7, TEA, 3, NOW))));
        assertThat(outcomes.ofLast(7))
                .containsExactly(
                        new Outcome("search", "personal", 2, 1, 1, new ListOutcome(2, 1, 0, 0)),
                        new Outcome("bundle", "bought-together", 1, 0, 0, ListOutcome.NOTHING));
        assertThat(outcomes.ofLast(7).get(0).clickThrough()).isEqualTo(0.5);
    }

    @Test
    void deductsWhatWasReturnedFromTheListThatSoldItAndNeverMore() {
        table.insert(List.of(
                shown(501, "search", "personal", NOW - DAY),
                shown(502, "product-page", "also-like", NOW - DAY),
                because(501, Interaction.purchase(7, TEA, 3, 99, NOW - 9)),
                because(502, Interaction.purchase(7, CUP, 2, 99, NOW - 9)),
                Interaction.purchase(7, 30, 1, 99, NOW - 9),
                because(502, Interaction.purchase(8, CUP, 1, 100, NOW - 8)),
                new Interaction(InteractionType.RETURN, 7, TEA, 0, null, 2, 99, NOW - 5),
                Interaction.cancellation(8, 0, 0, 100, NOW - 4),
                Interaction.cancellation(8, 0, 0, 100, NOW - 3)));
        assertThat(outcomes.ofLast(7))
                .extracting(Outcome::result)
                .containsExactly(new ListOutcome(0, 0, 3, 1), new ListOutcome(0, 0, 3, 2));
        assertThat(outcomes.ofLast(7).get(1).result().net()).isEqualTo(1);
    }

    @Test
    void leavesOutListsFromBeforeThePeriodAndWhatCameOfThem() {
        table.insert(List.of(
                shown(501, "search", "platform", NOW - 8 * DAY),
                Interaction.click(7, TEA, 501, 1, NOW - DAY),
                because(501, Interaction.purchase(7, TEA, 1, 99, NOW - DAY))));
        assertThat(outcomes.ofLast(7)).isEmpty();
        assertThat(outcomes.ofLast(30))
                .containsExactly(new Outcome("search", "platform", 1, 0, 1, new ListOutcome(1, 0, 1, 0)));
    }

    private static Interaction shown(long id, String placement, String strategy, long at) {
        return Interaction.impression(7, id, new ShownList(placement, strategy, 1, 0, List.of(TEA, CUP)), at);
    }

    private static Interaction seen(long list, int deepest) {
        return Interaction.of(
                InteractionType.IMPRESSION_SEEN,
                7,
                0,
                InteractionDetails.NONE.withValue(deepest).withImpression(list),
                NOW - DAY);
    }

    private static Interaction because(long list, Interaction interaction) {
        return interaction.with(interaction.details().withImpression(list));
    }
}
