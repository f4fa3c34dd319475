package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.NumberedInteraction;

/** What cannot be stored for a reason of its own, and what cannot be stored because nothing can. */
class RefusedRowsTest {
    private static final long POISON = 9;

    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final Counters counters = new Counters();
    private final InteractionTable table = new InteractionTable(shop.platform(), new InteractionIds(), failures);
    private final BatchWriter batches = new BatchWriter(table, counters, failures);

    RefusedRowsTest() {
        table.storeTogetherWith(new Companion() {
            @Override
            public void stored(List<Interaction> those) {
                if (those.stream().anyMatch(one -> one.itemId() == POISON)) {
                    throw new IllegalStateException("This one cannot be mapped");
                }
            }

            @Override
            public void moved(long fromShopper, long toShopper) {}

            @Override
            public void forgotten(long shopperId) {}
        });
    }

    @Test
    void aRowThatFailsInAnUnknownWayDoesNotHoldUpTheOthers() {
        batches.store(views(1, 2, POISON, 3));
        assertThat(shop.count("P13N_INTERACTION")).isEqualTo(3);
        assertThat(counters.of(Counter.INTERACTIONS_REFUSED)).isEqualTo(1);
        assertThat(failures.last().kind()).startsWith("storing an interaction");
    }

    @Test
    void aLonelyRowThatFailsIsGivenUpToo() {
        batches.store(views(POISON));
        assertThat(counters.of(Counter.INTERACTIONS_REFUSED)).isEqualTo(1);
        assertThat(shop.count("P13N_INTERACTION")).isZero();
    }

    @Test
    void nothingIsGivenUpWhileTheDatabaseTakesNothing() {
        shop.run("ALTER TABLE P13N_INTERACTION RENAME TO GONE");
        assertThatThrownBy(() -> batches.store(views(1, 2))).isInstanceOf(RuntimeException.class);
        assertThat(counters.of(Counter.INTERACTIONS_REFUSED)).isZero();
    }

    @Test
    void nothingIsGivenUpWhileTheDatabaseIsAway() {
        List<NumberedInteraction> views = views(POISON);
        shop.goAway();
        assertThatThrownBy(() -> batches.store(views)).isInstanceOf(RuntimeException.class);
        assertThat(counters.of(Counter.INTERACTIONS_REFUSED)).isZero();
    }

    @Test
    void otherNodesHearOfWhatWasStoredLateAlsoWithoutAJournal() {
        AtomicLong clock = new AtomicLong(1_800_000_000_000L);
        InteractionTable plain =
                new InteractionTable(shop.platform(), new InteractionIds(clock::get, () -> 5), failures);
        InteractionQueue queue = new InteractionQueue(8);
        LateArrivals late = new LateArrivals(shop.platform(), clock::get);
        InteractionWriter writer = new InteractionWriter(
                queue, plain, Spill.none(failures), late, 10, 500, counters, failures, clock::get);
        queue.offer(Interaction.productView(7, 1, clock.get()));
        shop.goAway();
        writer.write();
        shop.comeBack();
        String before = late.latest();
        clock.addAndGet(60_000);
        writer.write();
        assertThat(shop.count("P13N_INTERACTION")).isEqualTo(1);
        assertThat(late.latest()).isNotEqualTo(before);
    }

    @Test
    void whatAShopperSaidStaysInHisHistoryHoweverMuchHeDidAfterIt() {
        InteractionTable plain = new InteractionTable(shop.platform(), new InteractionIds(), failures);
        plain.insert(List.of(
                Interaction.productView(7, 1, 1),
                Interaction.of(InteractionType.PAUSED, 7, 0, InteractionDetails.NONE, 2),
                Interaction.productView(7, 2, 3),
                Interaction.productView(7, 3, 4),
                Interaction.productView(7, 4, 5)));
        assertThat(plain.historyOf(7, 2)).extracting(Interaction::at).containsExactly(2L, 4L, 5L);
        assertThat(plain.historyOf(7, 9)).extracting(Interaction::at).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(plain.lastOf(7, 2)).extracting(Interaction::at).containsExactly(4L, 5L);
    }

    private List<NumberedInteraction> views(long... items) {
        return Arrays.stream(items)
                .mapToObj(item -> table.number(Interaction.productView(7, item, 1_000)))
                .toList();
    }
}
