package org.p13n.engine.event.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.p13n.engine.event.NumberedInteraction;

/** Reads whatever can be read of a segment, and nothing that was not written. */
final class SegmentReader {
    /*
     * Where a record's checksum does not fit, the reader tries the next byte, and so finds the record behind the damage
     * however long that is. A wrong find would need a checksum that fits by chance (1 in 4 billion tries) and a content
     * that makes sense.
     */
    private final ByteBuffer bytes;
    private final long salt;
    private final List<NumberedInteraction> records = new ArrayList<>();
    private int readableUntil;
    private boolean damagedWithin;

    /**
     * What a segment holds.
     *
     * @param records those that can be read, oldest first
     * @param readableUntil where the last of them ends; what follows is nothing or a tail that a crash tore off
     * @param damaged whether something before that could not be read
     */
    record Content(List<NumberedInteraction> records, int readableUntil, boolean damaged) {
        boolean hasTornTail(long length) {
            return readableUntil < length;
        }
    }

    private SegmentReader(byte[] file) {
        bytes = ByteBuffer.wrap(file);
        salt = file.length >= SegmentFormat.HEADER_BYTES ? bytes.getLong(SegmentFormat.SALT_AT) : 0;
    }

    static Content read(Path segment) throws IOException {
        return new SegmentReader(Files.readAllBytes(segment)).read();
    }

    private Content read() {
        boolean known = SegmentFormat.isHeader(bytes);
        int from = Math.min(SegmentFormat.HEADER_BYTES, bytes.limit());
        readableUntil = from;
        int at = from;
        while (at < bytes.limit()) {
            int end = recordAt(at);
            if (end == 0) {
                at++;
            } else {
                damagedWithin |= at != readableUntil;
                readableUntil = end;
                at = end;
            }
        }
        boolean headerTorn = bytes.limit() < SegmentFormat.HEADER_BYTES;
        return new Content(records, readableUntil, damagedWithin || !known && !headerTorn);
    }

    /** Reads the record that begins there and says where it ends; 0 if none begins there. */
    private int recordAt(int at) {
        if (at + SegmentFormat.FRAME_BYTES > bytes.limit()) {
            return 0;
        }
        int length = bytes.getInt(at);
        int end = at + SegmentFormat.FRAME_BYTES + length;
        if (length < RecordFormat.SHORTEST || length > RecordFormat.LONGEST || end > bytes.limit()) {
            return 0;
        }
        ByteBuffer content = bytes.slice(at + SegmentFormat.FRAME_BYTES, length);
        if (bytes.getInt(at + Integer.BYTES) != SegmentFormat.checksum(salt, content)) {
            return 0;
        }
        try {
            records.add(RecordFormat.decode(content));
            return end;
        } catch (RuntimeException e) {
            return 0; // the checksum fits and the content makes no sense: as unreadable as a wrong checksum
        }
    }
}
