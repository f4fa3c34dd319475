package org.p13n.engine.model.snapshot;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks a snapshot, each block after its checksum was found right. Not thread-safe. */
public final class SnapshotInputStream extends InputStream {
    private static final int MOST_PACKED = SnapshotOutputStream.BLOCK + SnapshotOutputStream.BLOCK / 1_000 + 64;

    private final DataInputStream in;
    private final Inflater inflater = new Inflater();
    private final byte[] packed = new byte[MOST_PACKED];
    private final byte[] block = new byte[SnapshotOutputStream.BLOCK];
    private int filled;
    private int next;
    private boolean ended;

    /**
     * Reads the header.
     *
     * @throws SnapshotException if this is no snapshot, or one of a format that this version does not know
     */
    public SnapshotInputStream(InputStream in) throws IOException {
        this.in = new DataInputStream(in);
        byte[] magic = new byte[SnapshotOutputStream.MAGIC.length];
        int format;
        try {
            this.in.readFully(magic);
            format = this.in.readInt();
        } catch (EOFException e) {
            throw endsEarly(e);
        }
        if (!Arrays.equals(magic, SnapshotOutputStream.MAGIC)) {
            throw new SnapshotException("The model is refused: it does not begin as a model snapshot does; "
                    + "delete it, the next training writes another");
        }
        if (format > SnapshotOutputStream.FORMAT || format < 1) {
            throw new SnapshotException(
                    "The model is refused: it has format " + format + " but this node knows formats 1 to "
                            + SnapshotOutputStream.FORMAT + "; update the module on this node");
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? block[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, filled - next);
        System.arraycopy(block, next, bytes, offset, some);
        next += some;
        return some;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    /** Makes a byte available; false at the end. */
    private boolean fill() throws IOException {
        while (next == filled) {
            if (ended) {
                return false;
            }
            readBlock();
        }
        return true;
    }

    private void readBlock() throws IOException {
        try {
            int length = in.readInt();
            if (length == 0) {
                ended = true;
                return;
            }
            if (length < 0 || length > MOST_PACKED) {
                throw damaged(null);
            }
            int expected = in.readInt();
            in.readFully(packed, 0, length);
            CRC32C checksum = new CRC32C();
            checksum.update(packed, 0, length);
            if ((int) checksum.getValue() != expected) {
                throw damaged(null);
            }
            unpack(length);
        } catch (EOFException e) {
            throw endsEarly(e);
        }
    }

    private void unpack(int length) throws IOException {
        inflater.reset();
        inflater.setInput(packed, 0, length);
        next = 0;
        filled = 0;
        try {
            while (!inflater.finished()) {
                int some = inflater.inflate(block, filled, block.length - filled);
                if (some == 0) {
                    throw damaged(null);
                }
                filled += some;
            }
        } catch (DataFormatException e) {
            throw damaged(e);
        }
    }

    private static SnapshotException damaged(Throwable cause) {
        return new SnapshotException(
                "The model is refused: its bytes do not fit their checksum; delete it, the next training writes another",
                cause);
    }

    private static SnapshotException endsEarly(Throwable cause) {
        return new SnapshotException(
                "The model is refused: it ends too early; delete it, the next training writes another", cause);
    }
}
