package org.p13n.broadleaf.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShopperIds;
import org.springframework.dao.DataAccessException;

/** Two nodes and one database: every interaction counts in its shopper's stored profile exactly once. */
class TwoNodesTest {
    private static final int SHOPPERS = 5;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final CatalogFacts catalog = new CatalogFacts(shop.platform(), 60_000, failures);

    private final class Node {
        final InteractionTable table = new InteractionTable(shop.platform(), new InteractionIds(), failures);
        final ShopperProfiles profiles;
        final List<Interaction> waiting = new ArrayList<>();

        Node(int capacity) {
            ProfileTable stored = new ProfileTable(shop.platform());
            profiles = new ShopperProfiles(
                    shop.platform(), stored, table, catalog, capacity, 10_000, 500, () -> true, failures, clock::get);
        }

        void happens(long shopper) {
            Interaction view = Interaction.productView(shopper, 11, clock.incrementAndGet());
            profiles.happened(new Shopper(shopper, false), view);
            waiting.add(view);
        }

        /** All or nothing, and again if the other node stood in the way. */
        void store() {
            boolean stored = false;
            for (int tries = 0; !stored; tries++) {
                try {
                    table.insert(waiting);
                    stored = true;
                } catch (DataAccessException e) {
                    assertThat(tries).as("tries, the last: %s", e).isLessThan(100);
                }
            }
            waiting.clear();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverTheOrderOfThings(long seed) {
        Random random = new Random(seed);
        List<Node> nodes = new ArrayList<>(List.of(new Node(100), new Node(3)));
        Map<Long, Long> expected = new HashMap<>();
        for (int step = 0; step < 300; step++) {
            Node node = nodes.get(random.nextInt(2));
            long shopper = 1 + random.nextInt(SHOPPERS);
            switch (random.nextInt(8)) {
                case 0, 1 -> node.store();
                case 2 -> node.profiles.tidy();
                case 3 ->
                    assertThat(node.profiles
                                    .profile(new Shopper(shopper, false))
                                    .interactionCount())
                            .isLessThanOrEqualTo(expected.getOrDefault(shopper, 0L));
                case 4 -> {
                    if (node.waiting.isEmpty()) { // a crash of a node that has stored what it saw
                        nodes.set(nodes.indexOf(node), new Node(1 + random.nextInt(5)));
                    }
                }
                default -> {
                    node.happens(shopper);
                    expected.merge(shopper, 1L, Long::sum);
                }
            }
        }
        nodes.forEach(Node::store);
        Node later = new Node(100);
        expected.forEach((shopper, count) -> {
            Shopper request = new Shopper(shopper, false);
            assertThat(later.profiles.profile(request).interactionCount()).isEqualTo(count);
            for (Node node : nodes) {
                assertThat(node.profiles.profile(new Shopper(shopper, false)).interactionCount())
                        .isEqualTo(count);
            }
        });
    }

    @Test
    void whenBothStoreAtTheSameTime() throws Exception {
        List<Node> nodes = List.of(new Node(100), new Node(100));
        int rounds = 60;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (Node node : nodes) {
                work.add(() -> {
                    for (int round = 0; round < rounds; round++) {
                        for (long shopper = 1; shopper <= SHOPPERS; shopper++) {
                            node.happens(shopper);
                        }
                        node.store();
                    }
                    return null;
                });
            }
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        Node later = new Node(100);
        for (long shopper = 1; shopper <= SHOPPERS; shopper++) {
            assertThat(later.profiles.profile(new Shopper(shopper, false)).interactionCount())
                    .isEqualTo(2L * rounds);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void alsoWhenAVisitorLogsInWhileBothNodesStoreWhatHeDid(long seed) {
        Random random = new Random(seed);
        long visitor = ShopperIds.visitor(77);
        List<Node> nodes = List.of(new Node(100), new Node(100));
        int count = 0;
        for (int step = 0; step < 60; step++) {
            Node node = nodes.get(random.nextInt(2));
            switch (random.nextInt(4)) {
                case 0 -> node.store();
                case 1 -> node.profiles.tidy();
                default -> {
                    node.happens(random.nextBoolean() ? visitor : 1);
                    count++;
                }
            }
            if (step == 30) {
                shop.run("INSERT INTO P13N_IDENTITY (ALIAS_ID, SHOPPER_ID, LINKED_AT) VALUES (?, 1, 0)", visitor);
                node.profiles.merge(visitor, 1);
                node.profiles.tidy();
            }
        }
        for (Node node : nodes) {
            node.store();
            node.profiles.merge(visitor, 1);
            node.profiles.tidy();
        }
        Node later = new Node(100);
        assertThat(later.profiles.profile(new Shopper(1, false)).interactionCount())
                .isEqualTo(count);
        assertThat(later.profiles.profile(new Shopper(visitor, false)).isEmpty())
                .isTrue();
        assertThat(later.table.lastOf(1, 1_000)).hasSize(count);
    }
}
