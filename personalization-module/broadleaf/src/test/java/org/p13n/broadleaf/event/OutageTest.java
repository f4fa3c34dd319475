package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.event.ShownList;

/** What becomes of interactions while the database is slow, away, or answers no more in the middle of a commit. */
class OutageTest {
    private static final long BEGIN = 1_800_000_000_000L;
    private static final long MOST_BYTES = 1 << 20;
    private static final long LONG_ENOUGH = 10_000;

    @TempDir
    Path folder;

    private final AtomicLong clock = new AtomicLong(BEGIN);
    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final LateArrivals late = new LateArrivals(shop.platform(), clock::get);
    private Node node;
    private long products;

    /** One process of the shop, until it is killed. */
    private final class Node {
        final Counters counters = new Counters();
        final InteractionQueue queue = new InteractionQueue(64);
        final Spill spill;
        final InteractionIds ids = new InteractionIds(clock::get, () -> 5);
        final InteractionTable table = new InteractionTable(shop.platform(), ids, failures);
        final InteractionWriter writer;

        Node(long mostBytes) {
            spill = new Spill(folder, mostBytes, () -> "shop", failures);
            writer = new InteractionWriter(queue, table, spill, late, 10, 500, counters, failures, clock::get);
        }

        /** Nothing of an orderly stop happens; only the operating system frees the folder. */
        void kill() {
            spill.close();
        }
    }

    @BeforeEach
    void start() {
        node = new Node(MOST_BYTES);
        node.writer.write();
    }

    @Test
    void everythingIsThereOnceAndInOrderAfterAnOutage() {
        views(5);
        node.writer.write();
        shop.goAway();
        views(25);
        node.writer.write();
        assertThat(node.queue.depth()).isZero();
        views(10);
        node.writer.write();
        assertThat(node.counters.all()).containsEntry("journal_records", 35L);
        shop.comeBack();
        clock.addAndGet(LONG_ENOUGH);
        views(3);

        node.writer.write();

        assertThat(productsStored()).isEqualTo(everyProductOnce());
        assertThat(node.counters.of(Counter.INTERACTIONS_JOURNALED)).isEqualTo(38);
        assertThat(node.counters.of(Counter.INTERACTIONS_REPLAYED)).isEqualTo(38);
        assertThat(node.queue.dropped()).isZero();
        assertThat(segments()).isEmpty();
    }

    @Test
    void theDatabaseIsNotAskedAllTheTimeWhileItIsAway() {
        shop.goAway();
        views(1);
        node.writer.write();
        long reported = failures.count();
        views(1);
        node.writer.write();
        assertThat(failures.count()).isEqualTo(reported);
        assertThat(node.queue.depth()).isZero();
    }

    @Test
    void aProcessKilledWhileTheDatabaseIsAwayLosesNothingThatWasInTheJournal() {
        shop.goAway();
        views(20);
        node.writer.write();
        node.kill();
        shop.comeBack();

        node = new Node(MOST_BYTES);
        node.writer.write();

        assertThat(productsStored()).isEqualTo(everyProductOnce());
    }

    @Test
    void aCommitWhoseAnswerWasLostIsNotRepeated() {
        List<NumberedInteraction> batch = List.of(
                node.table.number(Interaction.productView(1, 11, BEGIN)),
                node.table.number(Interaction.productView(1, 12, BEGIN)));
        node.table.insertNumbered(batch);
        node.spill.take(batch);
        products = 12;
        views(2);

        node.writer.write();

        assertThat(productsStored()).containsExactly(11L, 12L, 13L, 14L);
        assertThat(node.counters.of(Counter.INTERACTIONS_WRITTEN)).isEqualTo(2);
    }

    @Test
    void anotherNodesRowUnderTheSameIdStaysAndMineGetsAnotherIdAlsoWhenItIsTriedTwice() {
        NumberedInteraction mine = node.table.number(Interaction.productView(1, 11, BEGIN));
        node.table.insertNumbered(
                List.of(new NumberedInteraction(mine.id(), Interaction.productView(2, 99, BEGIN + 1))));
        node.spill.take(List.of(mine));
        node.writer.write();
        node.spill.take(List.of(mine));
        node.writer.write();
        assertThat(productsStored()).containsExactly(11L, 99L);
    }

    @Test
    void aListRecordedTwiceIsStoredOnce() {
        ShownList list = new ShownList("search", "platform", 0, 0, List.of(11L));
        node.queue.offer(Interaction.impression(1, 4711, list, BEGIN));
        node.queue.offer(Interaction.impression(1, 4711, list, BEGIN));
        views(1);
        node.writer.write();
        assertThat(shop.count("P13N_IMPRESSION")).isEqualTo(1);
        assertThat(productsStored()).hasSize(1);
    }

    @Test
    void whatTheJournalHasNoRoomForWaitsInTheQueueAndOnlyThenIsDropped() {
        node.kill();
        node = new Node(1_200);
        node.writer.write();
        shop.goAway();
        for (int i = 0; i < 10; i++) {
            views(10);
            node.writer.write();
        }
        long dropped = node.queue.dropped();
        assertThat(dropped).isPositive();
        assertThat(node.counters.all().get("journal_bytes")).isLessThanOrEqualTo(1_200);
        shop.comeBack();
        clock.addAndGet(LONG_ENOUGH);
        node.writer.write();
        assertThat(productsStored()).hasSize((int) (100 - dropped)).doesNotHaveDuplicates();
    }

    @Test
    void aSlowDatabaseSendsWhatWaitsToTheJournalAlsoTheBatchThatIsUnderWay() {
        views(12);
        Intake intake = new Intake(
                node.queue, node.table, node.spill, new ForgetRequests(node.table, node.spill), 10, node.counters);
        assertThat(intake.next(clock.get())).hasSize(10);
        intake.spillIfGivenBefore(clock.get());
        assertThat(node.spill.waiting()).isZero();
        clock.addAndGet(501);
        intake.spillIfGivenBefore(clock.get() - 500);
        assertThat(node.spill.waiting()).isEqualTo(12);
        intake.stored();
        node.writer.write();
        assertThat(productsStored()).isEqualTo(everyProductOnce());
    }

    @Test
    void otherNodesAreToldOfWhatWasReplayedTooLateToBeReadAsNew() {
        String before = late.latest();
        shop.goAway();
        views(1);
        node.writer.write();
        clock.addAndGet(60_000);
        shop.comeBack();
        node.writer.write();
        assertThat(late.latest()).isNotEqualTo(before);
        String after = late.latest();
        views(1);
        node.writer.write();
        assertThat(late.latest()).isEqualTo(after);
    }

    @Test
    void otherNodesAreToldOfWhatWaitedInMemoryForLongToo() {
        node.kill();
        node = new Node(0);
        String before = late.latest();
        shop.goAway();
        views(1);
        node.writer.write();
        clock.addAndGet(60_000);
        shop.comeBack();
        node.writer.write();
        assertThat(late.latest()).isNotEqualTo(before);
    }

    @Test
    void aLargeJournalIsStoredInOneGo() {
        shop.goAway();
        for (int i = 0; i < 100; i++) {
            views(10);
            node.writer.write();
        }
        shop.comeBack();
        clock.addAndGet(LONG_ENOUGH);
        node.writer.write();
        assertThat(productsStored()).isEqualTo(everyProductOnce());
    }

    @Test
    void whatAnErasedShopperDidIsTakenFromTheJournalAndFromWhatIsOnItsWay() {
        shop.goAway();
        views(3);
        node.writer.write();
        node.queue.offer(Interaction.productView(7, 99, BEGIN));
        node.queue.offer(Interaction.productView(7, 100, BEGIN + 5_000));
        node.writer.forgotten(id -> id == 1 || id == 7, BEGIN + 1_000);
        assertThat(node.spill.waiting()).isZero();
        shop.comeBack();
        clock.addAndGet(LONG_ENOUGH);
        node.writer.write();
        assertThat(productsStored()).containsExactly(100L);
    }

    @Test
    void whatCameToTheDatabaseAfterTheErasureIsTakenOutAgain() {
        views(3);
        node.writer.write();
        node.writer.forgotten(id -> id == 1, BEGIN + 1_000);
        node.writer.write();
        assertThat(productsStored()).isEmpty();
    }

    @Test
    void theJournalRefusesASessionWithoutConsentToo() {
        shop.goAway();
        node.queue.offer(Interaction.productView(ShopperIds.session(1), 11, BEGIN));
        node.writer.write();
        assertThat(node.spill.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyInteractionIsThereExactlyOnceWhateverFailsWhen(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 200; step++) {
            switch (random.nextInt(8)) {
                case 0 -> shop.goAway();
                case 1, 2 -> shop.comeBack();
                case 3 -> {
                    node.writer.write();
                    if (node.queue.depth() == 0) {
                        node.kill();
                        node = new Node(MOST_BYTES);
                    }
                }
                case 4 -> clock.addAndGet(random.nextInt(6_000));
                default -> {
                    views(1 + random.nextInt(15));
                    node.writer.write();
                }
            }
        }
        shop.comeBack();
        clock.addAndGet(LONG_ENOUGH);
        node.writer.write();
        assertThat(productsStored()).isEqualTo(everyProductOnce());
    }

    private void views(int howMany) {
        for (int i = 0; i < howMany; i++) {
            node.queue.offer(Interaction.productView(1, ++products, clock.get()));
        }
    }

    private List<Long> everyProductOnce() {
        return Stream.iterate(1L, product -> product + 1).limit(products).toList();
    }

    private List<Long> productsStored() {
        List<Long> stored = new ArrayList<>();
        node.table.readAll((id, interaction) -> stored.add(interaction.itemId()));
        return stored.stream().sorted().toList();
    }

    private List<Path> segments() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".journal")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
