package org.p13n.engine.event.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of one node's segments: {@code node-0} for the first node of a machine, {@code node-1} for a second one
 * that runs at the same time. What nodes have left behind that run no more becomes this node's.
 */
final class SegmentFolder implements AutoCloseable {
    private static final int MOST_NODES = 64;
    private static final int MOST_KEPT_ASIDE = 8;
    private static final String KEPT_ASIDE = ".corrupt";
    private static final Pattern SEGMENT = Pattern.compile("(\\d{10})\\.journal");

    private final FolderLock lock;
    private final Consumer<String> complaints;
    private long lastNumber;

    private SegmentFolder(FolderLock lock, Consumer<String> complaints) throws IOException {
        this.lock = lock;
        this.complaints = complaints;
        for (Path segment : segments(lock.folder())) {
            lastNumber = number(segment);
        }
    }

    /** @param complaints takes what somebody who runs the shop has to know */
    static SegmentFolder claim(Path base, Consumer<String> complaints) throws IOException {
        Files.createDirectories(base);
        for (int node = 0; node < MOST_NODES; node++) {
            FolderLock lock = FolderLock.take(node(base, node)).orElse(null);
            if (lock != null) {
                SegmentFolder folder = new SegmentFolder(lock, complaints);
                folder.deleteUnfinished();
                folder.mendLast(lock.folder());
                return folder;
            }
        }
        throw new IOException("At most " + MOST_NODES + " nodes can keep their journals below " + base
                + " but as many run already: give this node a folder of its own by personalization.journal.folder");
    }

    /** Takes the segments of nodes that run no more, and says which they are. */
    List<Path> adopt() throws IOException {
        List<Path> adopted = new ArrayList<>();
        Path base = lock.folder().getParent();
        for (int node = 0; node < MOST_NODES; node++) {
            Path other = node(base, node);
            if (!other.equals(lock.folder())
                    && Files.isDirectory(other)
                    && !segments(other).isEmpty()) {
                FolderLock orphan = FolderLock.take(other).orElse(null);
                if (orphan != null) {
                    try (orphan) {
                        mendLast(other);
                        for (Path segment : segments(other)) {
                            adopted.add(Files.move(segment, next(), StandardCopyOption.ATOMIC_MOVE));
                        }
                    }
                }
            }
        }
        return adopted;
    }

    /** The segments that this version can read, oldest first. */
    List<Path> readable() throws IOException {
        List<Path> readable = new ArrayList<>();
        for (Path segment : segments(lock.folder())) {
            if (isReadable(segment)) {
                readable.add(segment);
            }
        }
        return readable;
    }

    boolean isReadable(Path segment) throws IOException {
        int version = version(segment);
        if (version > SegmentFormat.VERSION) {
            complaints.accept("The journal segment " + segment + " has format " + version
                    + " but this version of the module reads up to " + SegmentFormat.VERSION
                    + ": it is kept; start the newer version once to have it stored");
        }
        return version <= SegmentFormat.VERSION;
    }

    /** The path of a new segment behind all others. */
    Path next() {
        lastNumber++;
        return lock.folder().resolve(String.format(Locale.ROOT, "%010d.journal", lastNumber));
    }

    /** Puts a damaged segment aside, of which everything readable has been read. */
    void keepAside(Path segment) throws IOException {
        Path aside = segment.resolveSibling(segment.getFileName() + KEPT_ASIDE);
        Files.move(segment, aside, StandardCopyOption.REPLACE_EXISTING);
        List<Path> kept = keptAside();
        for (Path tooOld : kept.subList(0, Math.max(0, kept.size() - MOST_KEPT_ASIDE))) {
            Files.delete(tooOld);
        }
        complaints.accept("The journal segment " + aside
                + " is damaged: what could be read of it is stored, the file is kept aside; check the disk");
    }

    /** Nobody can say what is in them, so that an erasure takes them whole. */
    void deleteKeptAside() throws IOException {
        for (Path file : keptAside()) {
            Files.delete(file);
        }
    }

    private List<Path> keptAside() throws IOException {
        return files(lock.folder()).stream()
                .filter(file -> file.getFileName().toString().endsWith(KEPT_ASIDE))
                .toList();
    }

    /** Cuts off what a crash has left half written at the end of the last segment. */
    private void mendLast(Path folder) throws IOException {
        List<Path> segments = segments(folder);
        if (segments.isEmpty()) {
            return;
        }
        Path last = segments.get(segments.size() - 1);
        if (version(last) > SegmentFormat.VERSION) {
            return;
        }
        SegmentReader.Content content = SegmentReader.read(last);
        if (content.records().isEmpty() && !content.damaged()) {
            Files.delete(last);
        } else if (content.hasTornTail(Files.size(last))) {
            try (FileChannel channel = FileChannel.open(last, StandardOpenOption.WRITE)) {
                channel.truncate(content.readableUntil());
            }
        }
    }

    private void deleteUnfinished() throws IOException {
        for (Path file : files(lock.folder())) {
            if (SegmentWriter.isUnfinished(file)) {
                Files.delete(file);
            }
        }
    }

    private static int version(Path segment) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(SegmentFormat.HEADER_BYTES);
        try (FileChannel channel = FileChannel.open(segment, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // a read may give less than asked for
            }
        }
        return SegmentFormat.version(header.flip());
    }

    private static List<Path> segments(Path folder) throws IOException {
        return files(folder).stream().filter(file -> number(file) > 0).toList();
    }

    private static long number(Path file) {
        Matcher name = SEGMENT.matcher(file.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(Path::getFileName)).toList();
        }
    }

    private static Path node(Path base, int node) {
        return base.resolve("node-" + node);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
