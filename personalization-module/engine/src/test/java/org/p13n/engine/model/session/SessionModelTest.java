package org.p13n.engine.model.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SessionModelTest {
    private final SessionModel model = Sessions.model(3_000, 1);

    @Test
    void mostlyFindsWhatComesNext() {
        SplittableRandom random = new SplittableRandom(2);
        int hits = 0;
        for (int i = 0; i < 200; i++) {
            long[] session = Sessions.session(random);
            long target = session[session.length - 1];
            long[] prefix = Arrays.copyOf(session, session.length - 1);
            hits += ids(model.next(prefix, 3, any -> true)).contains(target) ? 1 : 0;
        }
        assertThat(hits).isGreaterThan(140);
    }

    @Test
    void ranksBestFirstWithoutRepeats() {
        List<NextItem> items = model.next(new long[] {1_003, 1_004}, 50, any -> true);
        assertThat(ids(items)).doesNotHaveDuplicates().hasSize(50);
        for (int i = 1; i < items.size(); i++) {
            assertThat(items.get(i).score())
                    .isLessThanOrEqualTo(items.get(i - 1).score());
        }
    }

    @Test
    void aShorterListIsTheBeginningOfALongerOne() {
        long[] session = {1_003, 1_004};
        assertThat(model.next(session, 5, any -> true))
                .isEqualTo(model.next(session, 10, any -> true).subList(0, 5));
    }

    @Test
    void showsOnlyWhatIsAllowed() {
        assertThat(ids(model.next(new long[] {1_003}, 20, item -> item % 2 == 0)))
                .isNotEmpty()
                .allMatch(item -> item % 2 == 0);
    }

    @Test
    void fillsUpWithPopularProductsWhereNothingIsKnownOfTheSession() {
        List<NextItem> popular = model.next(new long[0], 10, any -> true);
        assertThat(popular).hasSize(10);
        assertThat(model.next(new long[] {-5, Long.MAX_VALUE}, 10, any -> true)).isEqualTo(popular);
    }

    @Test
    void sameSessionsGiveTheSameModelInWhicheverOrderTheyCome() {
        SessionTrainer backwards = new SessionTrainer(SessionSettings.defaults());
        SplittableRandom random = new SplittableRandom(1);
        long[][] sessions = new long[3_000][];
        for (int i = 0; i < sessions.length; i++) {
            sessions[i] = Sessions.session(random);
        }
        for (int i = sessions.length - 1; i >= 0; i--) {
            backwards.add(SessionTrainer.UNKNOWN_SHOPPER, sessions[i], i);
        }
        SessionModel again = backwards.train();
        for (long item : new long[] {1_000, 5_005, 12_019}) {
            assertThat(again.next(new long[] {item}, 20, any -> true))
                    .isEqualTo(model.next(new long[] {item}, 20, any -> true));
        }
    }

    @Test
    void saysTheSameAfterItWasWrittenAndRead() throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        model.writeTo(new DataOutputStream(stored));
        SessionModel read = read(stored.toByteArray());
        assertThat(read.bytes()).isPositive();
        for (long item : new long[] {1_000, 5_005, 12_019}) {
            assertThat(read.next(new long[] {item, 3_003}, 50, any -> true))
                    .isEqualTo(model.next(new long[] {item, 3_003}, 50, any -> true));
        }
    }

    @Test
    void refusesADamagedModelOrReadsSomeModelButNeverBreaksLater() throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        Sessions.model(100, 1).writeTo(new DataOutputStream(stored));
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = stored.toByteArray();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                read(damaged).next(new long[] {1_000, 3_003}, 50, any -> true);
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        }
        assertThatThrownBy(() -> read(new byte[100])).isInstanceOf(IOException.class);
    }

    private static SessionModel read(byte[] stored) throws IOException {
        return SessionModel.readFrom(new DataInputStream(new ByteArrayInputStream(stored)), SessionSettings.defaults());
    }

    @Test
    void knowsNothingWithoutSessions() {
        SessionModel empty = new SessionTrainer(SessionSettings.defaults()).train();
        assertThat(empty.next(new long[] {1}, 10, any -> true)).isEmpty();
    }

    @Test
    void worksWithOneProduct() {
        SessionTrainer trainer = new SessionTrainer(SessionSettings.defaults());
        for (int i = 0; i < 100; i++) {
            trainer.add(7, new long[] {4, 4, 4}, i);
        }
        assertThat(ids(trainer.train().next(new long[] {4}, 10, any -> true))).containsExactly(4L);
    }

    @Test
    void takesAbsurdSessions() {
        SessionTrainer trainer = new SessionTrainer(SessionSettings.defaults());
        trainer.add(1, new long[0], Long.MAX_VALUE);
        trainer.add(1, new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}, Long.MIN_VALUE);
        trainer.add(Long.MIN_VALUE, new long[10_000], Long.MAX_VALUE);
        trainer.add(2, new long[] {0, Long.MAX_VALUE}, 0);
        assertThat(ids(trainer.train().next(new long[] {0}, 10, any -> true))).contains(Long.MAX_VALUE);
    }

    @Test
    void oneShopperCannotBendTheModel() {
        SessionTrainer trainer = new SessionTrainer(SessionSettings.defaults());
        for (int i = 0; i < 10_000; i++) {
            trainer.add(666, new long[] {1, 13, 1, 13, 1, 13}, i);
            if (i % 10 == 0) {
                trainer.add(i, new long[] {1, 2}, i);
            }
        }
        assertThat(trainer.train()
                        .next(new long[] {1}, 1, item -> item != 1)
                        .get(0)
                        .itemId())
                .isEqualTo(2);
    }

    private static List<Long> ids(List<NextItem> items) {
        return items.stream().map(NextItem::itemId).toList();
    }
}
