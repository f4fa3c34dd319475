package org.p13n.engine.event.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The bytes of a segment around the contents of its records. */
final class SegmentFormat {
    static final int VERSION = 1;
    static final int FRAME_BYTES = 2 * Integer.BYTES;

    private static final byte[] MAGIC = "P13NJRNL".getBytes(StandardCharsets.US_ASCII);

    static final int SALT_AT = MAGIC.length + Integer.BYTES;
    static final int HEADER_BYTES = SALT_AT + Long.BYTES;

    private SegmentFormat() {}

    static ByteBuffer header(long salt) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(MAGIC)
                .putInt(VERSION)
                .putLong(salt)
                .flip();
    }

    /** Whether the bytes begin like a segment of this version. */
    static boolean isHeader(ByteBuffer bytes) {
        return version(bytes) == VERSION;
    }

    /** The version of the format; 0 if it is no segment at all. */
    static int version(ByteBuffer bytes) {
        if (bytes.limit() < HEADER_BYTES) {
            return 0;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (bytes.get(i) != MAGIC[i]) {
                return 0;
            }
        }
        return bytes.getInt(MAGIC.length);
    }

    static ByteBuffer frame(long salt, byte[] content) {
        return ByteBuffer.allocate(FRAME_BYTES + content.length)
                .putInt(content.length)
                .putInt(checksum(salt, ByteBuffer.wrap(content)))
                .put(content)
                .flip();
    }

    static int checksum(long salt, ByteBuffer content) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(salt)
                .putInt(content.limit())
                .flip());
        checksum.update(content.duplicate());
        return (int) checksum.getValue();
    }
}
