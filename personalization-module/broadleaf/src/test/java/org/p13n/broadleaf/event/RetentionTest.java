package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShownList;

class RetentionTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long NOW = 20_000 * DAY + DAY / 2;
    private static final int KEPT_DAYS = 395;
    private static final long OLD = NOW - 396 * DAY;
    private static final long VISITOR = ShopperIds.visitor(77);

    private final AtomicLong clock = new AtomicLong(NOW);
    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final InteractionTable table =
            new InteractionTable(shop.platform(), new InteractionIds(clock::get, () -> 3), failures);
    private final Retention retention = retention(KEPT_DAYS);

    @Test
    void rollsUpAndDeletesWhatIsTooOld() {
        at(OLD, Interaction.productView(1, 11, OLD), Interaction.productView(2, 11, OLD + 1));
        at(OLD, Interaction.cartChange(1, 11, 3, OLD), Interaction.search(1, "green tea", OLD));
        at(NOW, Interaction.productView(1, 12, NOW));
        run();
        assertThat(products()).containsExactly(12L);
        assertThat(rollUp(11, InteractionType.PRODUCT_VIEW)).containsExactly(2L, 0L);
        assertThat(rollUp(11, InteractionType.CART_ADD)).containsExactly(1L, 3L);
        assertThat(rollUp(0, InteractionType.SEARCH)).containsExactly(1L, 0L);
    }

    @Test
    void addsToWhatWasRolledUpOfTheSameDay() {
        at(OLD, Interaction.productView(1, 11, OLD));
        run();
        at(OLD, Interaction.productView(1, 11, OLD));
        clock.addAndGet(2 * DAY);
        run();
        assertThat(rollUp(11, InteractionType.PRODUCT_VIEW)).containsExactly(2L, 0L);
        assertThat(shop.count("P13N_ROLL_UP")).isEqualTo(1);
    }

    @Test
    void keepsWhatWasBoughtAndWhatACustomerHasSaid() {
        InteractionDetails tea = InteractionDetails.NONE.withText("drink=tea");
        at(
                OLD,
                Interaction.purchase(1, 11, 1, 99, OLD),
                Interaction.cancellation(1, 11, 1, 99, OLD),
                Interaction.of(InteractionType.PREFERENCE, 1, 0, tea, OLD),
                Interaction.of(InteractionType.PREFERENCE, VISITOR, 0, tea, OLD));
        run();
        assertThat(types())
                .containsExactly(InteractionType.PURCHASE, InteractionType.CANCELLATION, InteractionType.PREFERENCE);
    }

    @Test
    void countsEveryProductOfAListThatWasShown() {
        ShownList list = new ShownList("search", "platform", 0, 0, List.of(11L, 12L));
        long id = InteractionIds.lowestAt(OLD);
        table.insertNumbered(List.of(new NumberedInteraction(id, Interaction.impression(1, id, list, OLD))));
        run();
        assertThat(shop.count("P13N_IMPRESSION")).isZero();
        assertThat(rollUp(12, InteractionType.IMPRESSION)).containsExactly(1L, 0L);
    }

    @Test
    void takesImportedRowsAndLeavesThemWhileTheyAreYoung() {
        imported(-5, OLD);
        imported(-6, NOW - DAY);
        run();
        assertThat(shop.count("P13N_INTERACTION")).isEqualTo(1);
    }

    @Test
    void keepsEverythingIfItIsToldTo() {
        at(OLD, Interaction.productView(1, 11, OLD));
        Retention never = retention(0);
        for (int i = 0; i < 10; i++) {
            never.step();
        }
        assertThat(products()).containsExactly(11L);
    }

    @Test
    void deletesALittleAtATime() {
        for (int i = 0; i < 5_000; i++) {
            at(OLD, Interaction.productView(1, 11, OLD));
        }
        retention.step();
        assertThat(shop.count("P13N_INTERACTION")).isEqualTo(3_000);
        run();
        assertThat(rollUp(11, InteractionType.PRODUCT_VIEW)).containsExactly(5_000L, 0L);
    }

    @Test
    void countsARowOnceWhenTwoNodesAreAtIt() {
        for (int i = 0; i < 3_000; i++) {
            at(OLD, Interaction.productView(1, 11, OLD));
        }
        Retention other = retention(KEPT_DAYS);
        for (int i = 0; i < 20; i++) {
            retention.step();
            other.step();
        }
        assertThat(shop.count("P13N_INTERACTION")).isZero();
        assertThat(rollUp(11, InteractionType.PRODUCT_VIEW)).containsExactly(3_000L, 0L);
    }

    @Test
    void removesWhatIsLeftOfVisitorsWhoCannotComeBack() {
        long idle = NOW - 401 * DAY;
        for (long shopper : new long[] {VISITOR, 1}) {
            shop.run("INSERT INTO P13N_PROFILE VALUES (?, 'x', 1, ?)", shopper, idle);
            shop.run("INSERT INTO P13N_CONSENT VALUES (?, ?, 'GRANTED', '1')", shopper, idle);
        }
        shop.run("INSERT INTO P13N_PROFILE VALUES (?, 'x', 1, ?)", ShopperIds.visitor(78), NOW - DAY);
        shop.run("INSERT INTO P13N_IDENTITY VALUES (?, ?, 1)", VISITOR, idle);
        shop.run("INSERT INTO P13N_IDENTITY VALUES (9001, ?, ?)", idle, VISITOR);
        run();
        assertThat(shop.count("P13N_PROFILE")).isEqualTo(2);
        assertThat(shop.count("P13N_CONSENT")).isEqualTo(1);
        assertThat(shop.count("P13N_IDENTITY")).isZero();
    }

    private Retention retention(int days) {
        return new Retention(shop.platform(), table, days, failures, ZoneOffset.UTC, clock::get);
    }

    private void run() {
        for (int i = 0; i < 20; i++) {
            retention.step();
        }
    }

    /** Stored at that time, with ids of that time. */
    private void at(long time, Interaction... interactions) {
        InteractionIds ids = new InteractionIds(() -> time + shop.count("P13N_INTERACTION"), () -> 3);
        table.insertNumbered(List.of(interactions).stream()
                .map(one -> new NumberedInteraction(ids.next(), one))
                .toList());
    }

    private void imported(long id, long at) {
        shop.run(
                "INSERT INTO P13N_INTERACTION (INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID,"
                        + " QUANTITY, ORDER_ID, OCCURRED_AT) VALUES (?, 1, 1, 11, 0, 0, 0, ?)",
                id,
                at);
    }

    private List<Long> rollUp(long product, InteractionType type) {
        List<Long> counts = new ArrayList<>();
        shop.platform()
                .jdbc()
                .query(
                        "SELECT INTERACTIONS, PIECES FROM P13N_ROLL_UP WHERE DAY_NUMBER = ? AND PRODUCT_ID = ?"
                                + " AND TYPE_CODE = ?",
                        row -> {
                            counts.add(row.getLong("INTERACTIONS"));
                            counts.add(row.getLong("PIECES"));
                        },
                        OLD / DAY,
                        product,
                        type.code());
        return counts;
    }

    private List<Long> products() {
        List<Long> found = new ArrayList<>();
        table.readAll((id, interaction) -> found.add(interaction.itemId()));
        return found;
    }

    private List<InteractionType> types() {
        List<InteractionType> found = new ArrayList<>();
        table.readAll((id, interaction) -> found.add(interaction.type()));
        return found;
    }
}
