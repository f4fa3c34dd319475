package org.p13n.engine.event.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.p13n.engine.event.NumberedInteraction;

/** A segment that is being written; what {@link #append} has returned from survives a crash of the machine. */
final class SegmentWriter implements AutoCloseable {
    private static final String UNFINISHED = ".tmp";

    private final Path path;
    private final FileChannel channel;
    private final long salt = ThreadLocalRandom.current().nextLong();
    private long bytes;
    private int records;

    SegmentWriter(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ByteBuffer header = SegmentFormat.header(salt);
        bytes = header.remaining();
        try {
            write(header);
        } catch (IOException e) {
            discard(e);
            throw e;
        }
    }

    /** On a full disk every try would leave an empty file otherwise. */
    private void discard(IOException because) {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /** Replaces the segment by one with these records only; a crash leaves the old or the new one. */
    static long rewrite(Path segment, List<NumberedInteraction> records) throws IOException {
        Path unfinished = segment.resolveSibling(segment.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        long bytes;
        try (SegmentWriter writer = new SegmentWriter(unfinished)) {
            writer.append(frames(writer.salt, records), records.size());
            bytes = writer.bytes;
        }
        Files.move(unfinished, segment, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return bytes;
    }

    static boolean isUnfinished(Path file) {
        return file.getFileName().toString().endsWith(UNFINISHED);
    }

    ByteBuffer[] frames(List<NumberedInteraction> interactions) {
        return frames(salt, interactions);
    }

    private static ByteBuffer[] frames(long salt, List<NumberedInteraction> interactions) {
        return interactions.stream()
                .map(one -> SegmentFormat.frame(salt, RecordFormat.encode(one)))
                .toArray(ByteBuffer[]::new);
    }

    /** Writes all of them, or none if it throws. */
    void append(ByteBuffer[] frames, int count) throws IOException {
        try {
            long added = 0;
            for (ByteBuffer frame : frames) {
                added += frame.remaining();
            }
            write(frames);
            channel.force(false);
            bytes += added;
            records += count;
        } catch (IOException e) {
            channel.truncate(bytes);
            throw e;
        }
    }

    private void write(ByteBuffer... buffers) throws IOException {
        long remaining = 0;
        for (ByteBuffer buffer : buffers) {
            remaining += buffer.remaining();
        }
        while (remaining > 0) {
            remaining -= channel.write(buffers);
        }
    }

    Path path() {
        return path;
    }

    long bytes() {
        return bytes;
    }

    int records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
