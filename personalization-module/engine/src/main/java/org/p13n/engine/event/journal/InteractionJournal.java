package org.p13n.engine.event.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShopperIds;

/**
 * A bounded first-in, first-out store of interactions on disk. What was appended is read again in the same order, also
 * by the next process after a crash, until it is removed. Safe for use by several threads; every call may do I/O.
 */
public final class InteractionJournal implements AutoCloseable {
    /** When a segment has grown to this size, the next one begins. */
    static final long SEGMENT_BYTES = 4L << 20;

    private final SegmentFolder folder;
    private final long mostBytes;
    private final long segmentBytes;
    private final Deque<Sealed> sealed = new ArrayDeque<>();
    private SegmentWriter open;
    private Path head;
    private long headBytes;
    private boolean headDamaged;
    private final Deque<NumberedInteraction> unread = new ArrayDeque<>();

    private record Sealed(Path path, long bytes, int records) {}

    private InteractionJournal(SegmentFolder folder, long mostBytes, long segmentBytes) throws IOException {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.segmentBytes = segmentBytes;
        for (Path segment : folder.readable()) {
            seal(segment);
        }
        adopt();
    }

    /**
     * Opens the journal of this node below the folder, with what an earlier process has left there.
     *
     * @param mostBytes how much may wait on disk
     * @param complaints takes what somebody who runs the shop has to know, like a damaged file
     */
    public static InteractionJournal open(Path folder, long mostBytes, Consumer<String> complaints) throws IOException {
        return open(folder, mostBytes, SEGMENT_BYTES, complaints);
    }

    static InteractionJournal open(Path folder, long mostBytes, long segmentBytes, Consumer<String> complaints)
            throws IOException {
        SegmentFolder claimed = SegmentFolder.claim(folder, complaints);
        try {
            return new InteractionJournal(claimed, mostBytes, segmentBytes);
        } catch (IOException e) {
            claimed.close();
            throw e;
        }
    }

    /**
     * Appends all of them, so that a crash of the machine does not lose them; or none if it throws or has no room.
     *
     * @return false if there is no room
     */
    public synchronized boolean append(List<NumberedInteraction> interactions) throws IOException {
        List<NumberedInteraction> allowed = interactions.stream()
                .filter(one -> ShopperIds.mayBeStored(one.interaction().shopperId()))
                .toList();
        if (allowed.isEmpty()) {
            return true;
        }
        if (open != null && open.bytes() >= segmentBytes) {
            sealOpen();
        }
        if (open == null) {
            open = new SegmentWriter(folder.next());
        }
        ByteBuffer[] frames = open.frames(allowed);
        long added = 0;
        for (ByteBuffer frame : frames) {
            added += frame.remaining();
        }
        if (bytes() + added > mostBytes) {
            return false;
        }
        try {
            open.append(frames, allowed.size());
            return true;
        } catch (IOException e) {
            abandonOpen();
            throw e;
        }
    }

    /** The first ones, at most so many; they stay until they are removed. */
    public synchronized List<NumberedInteraction> first(int atMost) throws IOException {
        while (unread.isEmpty() && loadHead()) {
            discardHeadIfRead();
        }
        return unread.stream().limit(atMost).toList();
    }

    /** Removes what {@link #first} has given. */
    public synchronized void remove(List<NumberedInteraction> first) throws IOException {
        Set<Long> ids = new HashSet<>();
        first.forEach(one -> ids.add(one.id()));
        while (!unread.isEmpty() && ids.contains(unread.getFirst().id())) {
            unread.removeFirst();
        }
        discardHeadIfRead();
    }

    /**
     * Removes everything that these shoppers did until then, from the disk too.
     *
     * @return how many interactions that were
     */
    public synchronized int forget(LongPredicate shoppers, long until) throws IOException {
        Predicate<NumberedInteraction> meant = one -> one.interaction().at() <= until
                && shoppers.test(one.interaction().shopperId());
        folder.deleteKeptAside();
        int forgotten = forgetInHead(meant);
        if (open != null) {
            sealOpen();
        }
        List<Sealed> before = List.copyOf(sealed);
        sealed.clear();
        IOException failed = null;
        for (Sealed segment : before) {
            try {
                forgotten += forgetIn(segment, meant);
            } catch (IOException e) {
                sealed.add(segment);
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
        return forgotten;
    }

    /** Takes what nodes of this machine have left behind that run no more. */
    public synchronized void adopt() throws IOException {
        if (open != null) {
            sealOpen();
        }
        for (Path segment : folder.adopt()) {
            if (folder.isReadable(segment)) {
                seal(segment);
            }
        }
    }

    public synchronized boolean isEmpty() {
        return unread.isEmpty() && sealed.isEmpty() && (open == null || open.records() == 0);
    }

    /** How many interactions wait. */
    public synchronized long waiting() {
        return unread.size() + sealed.stream().mapToLong(Sealed::records).sum() + (open == null ? 0 : open.records());
    }

    /** How much they take on disk. */
    public synchronized long bytes() {
        return headBytes + sealed.stream().mapToLong(Sealed::bytes).sum() + (open == null ? 0 : open.bytes());
    }

    /** Closes the files; what waits stays for the next process. */
    @Override
    public synchronized void close() throws IOException {
        try {
            if (open != null) {
                sealOpen();
            }
        } finally {
            folder.close();
        }
    }

    /** What was removed from the head is still in its file, so that it is written again in any case. */
    private int forgetInHead(Predicate<NumberedInteraction> meant) throws IOException {
        int before = unread.size();
        if (head != null) {
            unread.removeIf(meant);
            if (unread.isEmpty()) {
                Files.deleteIfExists(head);
                forgetHead();
            } else {
                headBytes = SegmentWriter.rewrite(head, List.copyOf(unread));
                headDamaged = false;
            }
        }
        return before - unread.size();
    }

    private int forgetIn(Sealed segment, Predicate<NumberedInteraction> meant) throws IOException {
        List<NumberedInteraction> rest =
                new ArrayList<>(SegmentReader.read(segment.path()).records());
        if (!rest.removeIf(meant)) {
            sealed.add(segment);
            return 0;
        }
        if (rest.isEmpty()) {
            Files.delete(segment.path());
        } else {
            long bytes = SegmentWriter.rewrite(segment.path(), rest);
            sealed.add(new Sealed(segment.path(), bytes, rest.size()));
        }
        return segment.records() - rest.size();
    }

    private boolean loadHead() throws IOException {
        if (sealed.isEmpty() && open != null && open.records() > 0) {
            sealOpen();
        }
        Sealed next = sealed.pollFirst();
        if (next == null) {
            return false;
        }
        head = next.path();
        headBytes = next.bytes();
        try {
            SegmentReader.Content content = SegmentReader.read(head);
            headDamaged = content.damaged() || content.hasTornTail(next.bytes());
            unread.addAll(content.records());
        } catch (IOException e) {
            headDamaged = true; // not one byte can be read: what is behind it must not wait for it
        }
        return true;
    }

    private void discardHeadIfRead() throws IOException {
        if (head != null && unread.isEmpty()) {
            if (headDamaged) {
                folder.keepAside(head);
            } else {
                Files.deleteIfExists(head);
            }
            forgetHead();
        }
    }

    private void forgetHead() {
        head = null;
        headBytes = 0;
        headDamaged = false;
    }

    private void seal(Path segment) throws IOException {
        int records = SegmentReader.read(segment).records().size();
        sealed.add(new Sealed(segment, Files.size(segment), records));
    }

    private void sealOpen() throws IOException {
        SegmentWriter written = open;
        open = null;
        written.close();
        if (written.records() == 0) {
            Files.delete(written.path());
        } else {
            sealed.add(new Sealed(written.path(), written.bytes(), written.records()));
        }
    }

    /** After a failed write nothing more goes into the same file. */
    private void abandonOpen() {
        try {
            sealOpen();
        } catch (IOException e) {
            open = null; // the disk is gone; what is on it is found at the next start
        }
    }
}
