package org.p13n.broadleaf.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.model.ModelService;
import org.p13n.broadleaf.model.ModelStore;
import org.p13n.broadleaf.page.HealthFilter;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.broadleaf.profile.ProfileTable;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.model.TrainingSettings;

class StatusTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final AtomicLong clock =
            new AtomicLong(Instant.parse("2026-11-20T16:00:00Z").toEpochMilli());
    private final InteractionTable table = new InteractionTable(shop.platform(), new InteractionIds(), failures);
    private final PersonalizationStatus status = new PersonalizationStatus(shop.platform(), clock::get, TOKYO);

    @Test
    void countsEachTypeByTheShopsOwnDays() {
        table.insert(List.of(
                Interaction.productView(
                        1, 11, Instant.parse("2026-11-20T14:59:59Z").toEpochMilli()),
                Interaction.productView(
                        1, 11, Instant.parse("2026-11-20T15:00:00Z").toEpochMilli()),
                Interaction.productView(
                        2, 11, Instant.parse("2026-11-20T15:30:00Z").toEpochMilli()),
                Interaction.search(
                        2, "tea", Instant.parse("2026-11-20T15:30:00Z").toEpochMilli()),
                Interaction.productView(
                        3, 11, Instant.parse("2026-10-01T00:00:00Z").toEpochMilli())));
        List<PersonalizationStatus.Day> days = status.days(14);
        assertThat(days).hasSize(14);
        assertThat(days.get(13).date()).isEqualTo(LocalDate.of(2026, 11, 21));
        assertThat(days.get(13).count(InteractionType.PRODUCT_VIEW)).isEqualTo(2);
        assertThat(days.get(13).count(InteractionType.SEARCH)).isEqualTo(1);
        assertThat(days.get(12).count(InteractionType.PRODUCT_VIEW)).isEqualTo(1);
        assertThat(days.get(0).counts()).isEmpty();
        assertThat(status.interactions()).isEqualTo(5);
    }

    @Test
    void countsShoppersAgainAfterAWhile() {
        table.insert(List.of(Interaction.productView(1, 11, 1), Interaction.productView(1, 12, 2)));
        assertThat(status.shoppersKnown()).isEqualTo(1);
        table.insert(List.of(Interaction.productView(2, 11, 3)));
        assertThat(status.shoppersKnown()).isEqualTo(1);
        clock.addAndGet(30_000);
        assertThat(status.shoppersKnown()).isEqualTo(2);
    }

    @Test
    void showsEveryNodeThatReportsItself() {
        ModelService models = models();
        reporter("one", models).report();
        reporter("two", models).report();
        reporter("one", models).report();
        PersonalizationStatus now = new PersonalizationStatus(shop.platform());
        assertThat(now.nodes()).extracting(NodeStatus::name).containsExactlyInAnyOrder("one", "two");
        assertThat(now.nodes().get(0).lastErrorKind()).isNull();
    }

    @Test
    void forgetsANodeThatStoppedInOrder() {
        NodeReporter stopping = reporter("stopping", models());
        stopping.report();
        reporter("staying", models()).report();

        stopping.stop();

        assertThat(new PersonalizationStatus(shop.platform()).nodes())
                .extracting(NodeStatus::name)
                .containsExactly("staying");
    }

    @Test
    void stopsANodeAlsoWhenItCannotSignOff() {
        NodeReporter stopping = reporter("stopping", models());
        shop.goAway();

        stopping.stop();

        assertThat(failures.count()).isEqualTo(1);
    }

    @Test
    void answersAHealthCheckFromMemoryAlsoWhenTheDatabaseIsAway() {
        ModelService models = models();
        failures.report("test", new IllegalStateException("secret of a shopper"));
        shop.goAway();
        PersonalizationSettings settings = new PersonalizationSettings(
                new PersonalizationSettingsStore(shop.platform()), true, 0.5, 1_000, failures);
        String json = new HealthFilter(settings, models, new InteractionQueue(8), new Counters(), failures).json();
        assertThat(json)
                .contains("\"personalization\": \"on\"")
                .contains("\"modelAgeSeconds\": null")
                .contains("\"queueDepth\": 0")
                .contains("\"lastErrorKind\": \"test: IllegalStateException\"")
                .doesNotContain("secret");
    }

    private NodeReporter reporter(String name, ModelService models) {
        CatalogFacts catalog = new CatalogFacts(shop.platform(), 60_000, failures);
        ShopperProfiles profiles = new ShopperProfiles(
                shop.platform(),
                new ProfileTable(shop.platform()),
                table,
                catalog,
                100,
                10_000,
                500,
                () -> false,
                failures);
        return new NodeReporter(name, shop.platform(), models, profiles, new InteractionQueue(8), 2_000, failures);
    }

    private ModelService models() {
        InteractionRecorder recorder =
                new InteractionRecorder(new InteractionQueue(8), List.of(), new Counters(), failures);
        return new ModelService(
                table,
                new CatalogFacts(shop.platform(), 60_000, failures),
                recorder,
                new ModelStore(shop.platform()),
                TrainingSettings.defaults(),
                () -> 0,
                1_000,
                failures);
    }
}
