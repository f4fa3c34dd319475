package org.p13n.engine.model.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SnapshotStreamsTest {
    @Property(tries = 20)
    void givesBackWhatWasWritten(@ForAll @IntRange(max = 3 << 20) int size, @ForAll long seed) throws IOException {
        byte[] content = content(size, seed);
        assertThat(read(written(content))).isEqualTo(content);
    }

    @Test
    void aFullBlockIsFollowedByNoEmptyOne() throws IOException {
        byte[] content = content(2 * SnapshotOutputStream.BLOCK, 1);
        assertThat(read(written(content))).isEqualTo(content);
        assertThat(read(written(new byte[0]))).isEmpty();
    }

    @Property(tries = 200)
    void refusesEveryFlippedBit(@ForAll long seed) throws IOException {
        byte[] snapshot = written(content(5_000, 3));
        Random random = new Random(seed);
        snapshot[random.nextInt(snapshot.length)] ^= (byte) (1 << random.nextInt(8));
        assertThatThrownBy(() -> read(snapshot)).isInstanceOf(SnapshotException.class);
    }

    @Property(tries = 100)
    void refusesEveryTornEnd(@ForAll @IntRange(min = 0, max = 4_000) int length) throws IOException {
        byte[] snapshot = written(content(5_000, 3));
        assertThatThrownBy(() -> read(Arrays.copyOf(snapshot, length)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("ends too early");
    }

    @Nested
    class Refuses {
        @Test
        void aNewerFormat() throws IOException {
            byte[] snapshot = written(content(10, 1));
            snapshot[SnapshotOutputStream.MAGIC.length + 3] = (byte) (SnapshotOutputStream.FORMAT + 1);
            assertThatThrownBy(() -> read(snapshot))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageContaining("format 2")
                    .hasMessageContaining("update the module");
        }

        @Test
        void whatIsNoSnapshot() {
            assertThatThrownBy(() -> read(content(100, 1)))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageContaining("does not begin");
        }
    }

    private static byte[] content(int size, long seed) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static byte[] written(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SnapshotOutputStream out = new SnapshotOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] read(byte[] snapshot) throws IOException {
        try (SnapshotInputStream in = new SnapshotInputStream(new ByteArrayInputStream(snapshot))) {
            return in.readAllBytes();
        }
    }
}
