package org.p13n.engine.event.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShopperIds;

class InteractionJournalTest {
    private static final long ANNA = 7;
    private static final long BERT = 8;

    @TempDir
    Path folder;

    private final List<String> complaints = new ArrayList<>();
    private InteractionJournal journal;

    @BeforeEach
    void open() throws IOException {
        journal = InteractionJournal.open(folder, 100_000, 1_000, complaints::add);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    @Test
    void givesInOrderWhatWasAppendedOverManySegments() throws IOException {
        List<NumberedInteraction> all = views(1, 100, ANNA);
        for (int i = 0; i < 100; i += 5) {
            assertThat(journal.append(all.subList(i, i + 5))).isTrue();
        }
        assertThat(journal.waiting()).isEqualTo(100);
        assertThat(segments()).hasSizeGreaterThan(3);
        assertThat(takeAll(7)).isEqualTo(all);
        assertThat(journal.isEmpty()).isTrue();
        assertThat(journal.bytes()).isZero();
        assertThat(segments()).isEmpty();
    }

    @Test
    void keepsWhatWasGivenUntilItIsRemoved() throws IOException {
        journal.append(views(1, 10, ANNA));
        assertThat(journal.first(3)).isEqualTo(journal.first(3));
        journal.remove(journal.first(3));
        assertThat(journal.first(1)).extracting(NumberedInteraction::id).containsExactly(4L);
    }

    @Test
    void takesNewOnesWhileOldOnesAreRead() throws IOException {
        journal.append(views(1, 10, ANNA));
        journal.remove(journal.first(4));
        journal.append(views(11, 20, ANNA));
        assertThat(takeAll(3)).extracting(NumberedInteraction::id).containsExactly(ids(5, 20));
    }

    @Test
    void isThereAgainAfterTheProcessHasEnded() throws IOException {
        journal.append(views(1, 30, ANNA));
        journal.close();
        open();
        assertThat(journal.waiting()).isEqualTo(30);
        assertThat(takeAll(8)).extracting(NumberedInteraction::id).containsExactly(ids(1, 30));
    }

    @Test
    void refusesWhatDoesNotFitIntoItsBoundAndKeepsWhatItHas() throws IOException {
        try (InteractionJournal small = InteractionJournal.open(folder.resolve("small"), 1_000, complaints::add)) {
            assertThat(small.append(views(1, 5, ANNA))).isTrue();
            assertThat(small.append(views(6, 50, ANNA))).isFalse();
            assertThat(small.first(100)).hasSize(5);
            assertThat(small.bytes()).isLessThanOrEqualTo(1_000);
        }
    }

    @Test
    void refusesASessionWithoutConsent() throws IOException {
        long session = ShopperIds.session(3);
        journal.append(List.of(Happenings.view(1, session), Happenings.view(2, ANNA)));
        assertThat(takeAll(10)).extracting(NumberedInteraction::id).containsExactly(2L);
    }

    @Test
    void isReadableByTheShopsOwnUserOnly() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("node-0"))).hasSize(3);
        }
    }

    @Nested
    class ForgettingAShopper {
        @Test
        void removesWhatHeDidFromTheDiskWhereverItIs() throws IOException {
            for (int i = 1; i <= 90; i += 3) {
                journal.append(
                        List.of(Happenings.view(i, ANNA), Happenings.view(i + 1, BERT), Happenings.view(i + 2, ANNA)));
            }
            journal.remove(journal.first(2));
            assertThat(journal.forget(id -> id == ANNA, Long.MAX_VALUE)).isEqualTo(59);
            assertThat(onDisk())
                    .allMatch(one -> one.interaction().shopperId() == BERT)
                    .hasSize(29);
            assertThat(takeAll(10)).hasSize(29);
        }

        @Test
        void keepsWhatHeDidLater() throws IOException {
            journal.append(views(1, 10, ANNA));
            long until = Happenings.view(4, ANNA).interaction().at();
            assertThat(journal.forget(id -> id == ANNA, until)).isEqualTo(4);
            assertThat(takeAll(10)).extracting(NumberedInteraction::id).containsExactly(ids(5, 10));
        }

        @Test
        void takesDamagedFilesThatWereKeptAsideWhole() throws IOException {
            damageMiddle();
            takeAll(10);
            assertThat(files(".corrupt")).hasSize(1);
            journal.forget(id -> id == ANNA, Long.MAX_VALUE);
            assertThat(files(".corrupt")).isEmpty();
        }
    }

    @Nested
    class WhenSomethingWentWrong {
        @Test
        void aTornEndIsCutOffSilently() throws IOException {
            journal.append(views(1, 5, ANNA));
            journal.close();
            Path last = segments().get(0);
            Files.write(last, java.util.Arrays.copyOf(Files.readAllBytes(last), (int) Files.size(last) - 3));
            open();
            journal.append(views(6, 7, ANNA));
            assertThat(takeAll(10)).extracting(NumberedInteraction::id).containsExactly(1L, 2L, 3L, 4L, 6L, 7L);
            assertThat(complaints).isEmpty();
        }

        @Test
        void anEmptyFileIsNothing() throws IOException {
            journal.close();
            Files.createFile(folder.resolve("node-0/0000000001.journal"));
            open();
            assertThat(journal.isEmpty()).isTrue();
            assertThat(complaints).isEmpty();
        }

        @Test
        void theReadableRestOfADamagedSegmentIsReadAndTheFileKeptAside() throws IOException {
            damageMiddle();
            assertThat(takeAll(10)).hasSize(4);
            assertThat(files(".corrupt")).hasSize(1);
            assertThat(complaints).singleElement().asString().contains("damaged", "check the disk");
            assertThat(journal.isEmpty()).isTrue();
        }

        @Test
        void aSegmentOfANewerVersionIsKeptAndSaid() throws IOException {
            journal.append(views(1, 5, ANNA));
            journal.close();
            Path segment = segments().get(0);
            byte[] bytes = Files.readAllBytes(segment);
            bytes[11] = 9;
            Files.write(segment, bytes);
            open();
            journal.append(views(6, 7, ANNA));
            assertThat(takeAll(10)).extracting(NumberedInteraction::id).containsExactly(6L, 7L);
            assertThat(Files.readAllBytes(segment)).isEqualTo(bytes);
            assertThat(complaints).singleElement().asString().contains("has format 9", "reads up to 1");
        }

        private void damageMiddle() throws IOException {
            InteractionJournalTest.this.damageMiddle();
        }
    }

    @Nested
    class WithSeveralNodesOnOneMachine {
        @Test
        void everyNodeHasAFolderOfItsOwn() throws IOException {
            journal.append(views(1, 3, ANNA));
            try (InteractionJournal second = InteractionJournal.open(folder, 100_000, complaints::add)) {
                second.append(views(4, 6, BERT));
                assertThat(second.first(10)).extracting(NumberedInteraction::id).containsExactly(4L, 5L, 6L);
            }
            assertThat(takeAll(10)).extracting(NumberedInteraction::id).containsExactly(1L, 2L, 3L);
        }

        @Test
        void whatANodeLeftThatRunsNoMoreIsAdoptedByAnother() throws IOException {
            InteractionJournal second = InteractionJournal.open(folder, 100_000, complaints::add);
            second.append(views(4, 6, BERT));
            journal.adopt();
            assertThat(journal.isEmpty()).isTrue();
            second.close();
            journal.adopt();
            assertThat(takeAll(10)).extracting(NumberedInteraction::id).containsExactly(4L, 5L, 6L);
        }
    }

    private void damageMiddle() throws IOException {
        journal.append(views(1, 5, ANNA));
        journal.close();
        Path segment = segments().get(0);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        open();
    }

    private List<NumberedInteraction> takeAll(int atMost) throws IOException {
        List<NumberedInteraction> all = new ArrayList<>();
        for (List<NumberedInteraction> next = journal.first(atMost); !next.isEmpty(); next = journal.first(atMost)) {
            all.addAll(next);
            journal.remove(next);
        }
        return all;
    }

    private List<NumberedInteraction> onDisk() throws IOException {
        List<NumberedInteraction> all = new ArrayList<>();
        for (Path segment : segments()) {
            all.addAll(SegmentReader.read(segment).records());
        }
        return all;
    }

    private List<Path> segments() throws IOException {
        return files(".journal");
    }

    private List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("node-0"))) {
            return files.filter(file -> file.toString().endsWith(end))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static List<NumberedInteraction> views(long from, long to, long shopperId) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> Happenings.view(id, shopperId))
                .toList();
    }

    private static Long[] ids(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toArray(Long[]::new);
    }
}
