package org.p13n.engine.event.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.p13n.engine.event.NumberedInteraction;

class SegmentPropertiesTest {
    private Path folder;
    private Path segment;

    @BeforeProperty
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("segments");
        segment = folder.resolve("0000000001.journal");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        Files.deleteIfExists(segment);
        Files.delete(folder);
    }

    @Property(tries = 200)
    void readsBackWhatWasWritten(@ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int size) throws IOException {
        List<NumberedInteraction> written = written(seed, size);
        SegmentReader.Content read = SegmentReader.read(segment);
        assertThat(read.records()).isEqualTo(written);
        assertThat(read.damaged()).isFalse();
        assertThat(read.hasTornTail(Files.size(segment))).isFalse();
    }

    @Property(tries = 300)
    void readsWhatStandsBeforeTheEndThatACrashTore(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 1_000_000) int cut) throws IOException {
        List<NumberedInteraction> written = written(seed, 20);
        byte[] bytes = Files.readAllBytes(segment);
        byte[] torn = new byte[cut % (bytes.length + 1)];
        System.arraycopy(bytes, 0, torn, 0, torn.length);
        Files.write(segment, torn);

        SegmentReader.Content read = SegmentReader.read(segment);

        assertThat(read.records()).isEqualTo(written.subList(0, read.records().size()));
        assertThat(read.damaged()).isFalse();
    }

    @Property(tries = 300)
    void neverGivesARecordThatWasNotWrittenHoweverManyBytesAreWrong(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int flips) throws IOException {
        List<NumberedInteraction> written = written(seed, 20);
        byte[] bytes = Files.readAllBytes(segment);
        Random random = new Random(seed);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(segment, bytes);
        assertThat(written).containsAll(SegmentReader.read(segment).records());
    }

    @Property(tries = 200)
    void oneWrongByteCostsAtMostOneRecordUnlessItIsInTheHeader(@ForAll long seed) throws IOException {
        List<NumberedInteraction> written = written(seed, 20);
        byte[] bytes = Files.readAllBytes(segment);
        Random random = new Random(seed);
        int at = SegmentFormat.HEADER_BYTES + random.nextInt(bytes.length - SegmentFormat.HEADER_BYTES);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(segment, bytes);

        SegmentReader.Content read = SegmentReader.read(segment);

        assertThat(read.records()).hasSize(written.size() - 1);
        assertThat(read.damaged() || read.hasTornTail(bytes.length)).isTrue();
    }

    @Property(tries = 100)
    void neverThrowsOnBytesThatAreNoSegment(@ForAll byte[] rubbish) throws IOException {
        Files.write(segment, rubbish);
        assertThat(SegmentReader.read(segment).records()).isEmpty();
    }

    private List<NumberedInteraction> written(long seed, int size) throws IOException {
        Files.deleteIfExists(segment);
        List<NumberedInteraction> all = new ArrayList<>(Happenings.random(seed, size));
        try (SegmentWriter writer = new SegmentWriter(segment)) {
            ByteBuffer[] frames = writer.frames(all);
            writer.append(frames, size);
        }
        return all;
    }
}
