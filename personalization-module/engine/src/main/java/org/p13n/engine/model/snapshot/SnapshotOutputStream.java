package org.p13n.engine.model.snapshot;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;

/** Packs what is written into a snapshot's blocks. Only {@link #close} makes the snapshot whole; not thread-safe. */
public final class SnapshotOutputStream extends OutputStream {
    static final byte[] MAGIC = {'P', '1', '3', 'N', 'M', 'O', 'D', 'L'};

    /** The format that is written, and the newest that is read. */
    public static final int FORMAT = 1;

    static final int BLOCK = 1 << 20;

    private final DataOutputStream out;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] block = new byte[BLOCK];
    private final byte[] packed = new byte[BLOCK + BLOCK / 1_000 + 64];
    private int filled;
    private boolean closed;

    /** Begins a snapshot with its header. */
    public SnapshotOutputStream(OutputStream out) throws IOException {
        this.out = new DataOutputStream(out);
        this.out.write(MAGIC);
        this.out.writeInt(FORMAT);
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == BLOCK) {
            writeBlock();
        }
        block[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == BLOCK) {
                writeBlock();
            }
            int some = Math.min(length - done, BLOCK - filled);
            System.arraycopy(bytes, offset + done, block, filled, some);
            filled += some;
            done += some;
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (filled > 0) {
                writeBlock();
            }
            out.writeInt(0);
            out.close();
        } finally {
            deflater.end();
        }
    }

    private void writeBlock() throws IOException {
        deflater.reset();
        deflater.setInput(block, 0, filled);
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            length += deflater.deflate(packed, length, packed.length - length);
        }
        CRC32C checksum = new CRC32C();
        checksum.update(packed, 0, length);
        out.writeInt(length);
        out.writeInt((int) checksum.getValue());
        out.write(packed, 0, length);
        filled = 0;
    }
}
