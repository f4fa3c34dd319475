package org.p13n.engine.event.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFilesTest {
    @TempDir
    Path folder;

    @Test
    void aSegmentThatCannotBeBegunLeavesNoFile() {
        Path segment = folder.resolve("segment");
        Thread.currentThread().interrupt(); // makes the first write fail, as a full disk does
        assertThatThrownBy(() -> new SegmentWriter(segment)).isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(segment).doesNotExist();
    }

    @Test
    void aFolderHasOneOwnerByWhateverNameHeCallsIt() throws IOException {
        try (FolderLock lock = FolderLock.take(folder).orElseThrow()) {
            assertThat(FolderLock.take(folder)).isEmpty();
            assertThat(FolderLock.take(folder.resolve("..").resolve(folder.getFileName())))
                    .isEmpty();
            assertThat(lock.folder()).isEqualTo(folder);
        }
        FolderLock.take(folder).orElseThrow().close();
    }

    @Test
    void anotherProcessCannotTakeTheFolderAfterThisOneHasAskedTwice() throws Exception {
        try (FolderLock lock = FolderLock.take(folder).orElseThrow()) {
            assertThat(FolderLock.take(lock.folder())).isEmpty();
            assertThat(exitCodeOfAnother()).isEqualTo(Taker.REFUSED);
        }
        assertThat(exitCodeOfAnother()).isEqualTo(Taker.TAKEN);
    }

    private int exitCodeOfAnother() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Another process that wants the folder. */
    static final class Taker {
        static final int TAKEN = 3;
        static final int REFUSED = 4;

        private Taker() {}

        public static void main(String[] arguments) throws IOException {
            System.exit(FolderLock.take(Path.of(arguments[0])).isPresent() ? TAKEN : REFUSED);
        }
    }
}
