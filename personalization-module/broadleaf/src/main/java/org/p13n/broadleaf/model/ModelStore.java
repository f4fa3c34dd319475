package org.p13n.broadleaf.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.p13n.broadleaf.event.PlatformDatabase;

/** The trained models in the shop's database: the newest, and a few older ones to go back to. */
public final class ModelStore {
    private static final int PART_BYTES = 384 * 1024;

    private final PlatformDatabase database;

    /**
     * A stored model.
     *
     * @param version rises by one with every training of any node
     * @param bytes packed, as stored
     */
    public record Stored(long version, Training training, long bytes, int parts) {}

    /**
     * What a training says about its model.
     *
     * @param beganAt epoch milliseconds when the training began to read; all that was stored by then is in it
     * @param trainedAt epoch milliseconds
     * @param trainedBy name of the node
     * @param imported how many of the interactions came from an import
     * @param lateWord the word of late arrivals of which it knew
     */
    public record Training(
            long beganAt,
            long trainedAt,
            String trainedBy,
            long interactions,
            int items,
            long imported,
            String lateWord) {}

    /** Writes a snapshot. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public ModelStore(PlatformDatabase database) {
        this.database = database;
    }

    /** The stored models, newest first. */
    public List<Stored> list() {
        return database.jdbc()
                .query(
                        "SELECT MODEL_VERSION, BEGAN_AT, TRAINED_AT, TRAINED_BY, INTERACTIONS, ITEMS, IMPORTED, LATE_WORD,"
                                + " SNAPSHOT_BYTES, PARTS FROM P13N_MODEL ORDER BY MODEL_VERSION DESC",
                        (row, number) -> new Stored(
                                row.getLong("MODEL_VERSION"),
                                new Training(
                                        row.getLong("BEGAN_AT"),
                                        row.getLong("TRAINED_AT"),
                                        row.getString("TRAINED_BY"),
                                        row.getLong("INTERACTIONS"),
                                        row.getInt("ITEMS"),
                                        row.getLong("IMPORTED"),
                                        row.getString("LATE_WORD") == null ? "" : row.getString("LATE_WORD")),
                                row.getLong("SNAPSHOT_BYTES"),
                                row.getInt("PARTS")));
    }

    /** The newest model that is stored. */
    Optional<Stored> newest() {
        return list().stream().findFirst();
    }

    /** Stores a model as the newest one, in one transaction, and says its version. */
    long write(Training training, Content content) {
        return database.inTransaction(() -> {
            Long newest = database.jdbc().queryForObject("SELECT MAX(MODEL_VERSION) FROM P13N_MODEL", Long.class);
            long version = newest == null ? 1 : newest + 1;
            try (Parts parts = new Parts(version)) {
                content.writeTo(parts);
                parts.close();
                insert(version, training, parts);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write model " + version, e);
            }
            return version;
        });
    }

    /** The bytes of a stored model, read part by part. */
    InputStream read(Stored model) {
        return new SequenceInputStream(new Enumeration<>() {
            private int next;

            @Override
            public boolean hasMoreElements() {
                return next < model.parts();
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                return new ByteArrayInputStream(part(model.version(), next++));
            }
        });
    }

    /**
     * Deletes all models but the newest few and the one that is shown, and of those what was begun before that time.
     *
     * @param shown the version that somebody went back to; 0 = none
     */
    void deleteAllBut(int kept, long shown, long begunBefore) {
        List<Stored> all = list();
        for (int i = 1; i < all.size(); i++) {
            Stored one = all.get(i);
            if (i >= kept && one.version() != shown || one.training().beganAt() < begunBefore) {
                delete(one.version());
            }
        }
    }

    private void delete(long version) {
        database.inTransaction(() -> {
            database.jdbc().update("DELETE FROM P13N_MODEL WHERE MODEL_VERSION = ?", version);
            return database.jdbc().update("DELETE FROM P13N_MODEL_PART WHERE MODEL_VERSION = ?", version);
        });
    }

    private void insert(long version, Training training, Parts parts) {
        database.jdbc()
                .update(
                        "INSERT INTO P13N_MODEL (MODEL_VERSION, BEGAN_AT, TRAINED_AT, TRAINED_BY, INTERACTIONS, ITEMS,"
                                + " IMPORTED, LATE_WORD, SNAPSHOT_BYTES, PARTS) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        version,
                        training.beganAt(),
                        training.trainedAt(),
                        training.trainedBy(),
                        training.interactions(),
                        training.items(),
                        training.imported(),
                        training.lateWord(),
                        parts.bytes,
                        parts.count);
    }

    private byte[] part(long version, int number) {
        List<String> found = database.jdbc()
                .queryForList(
                        "SELECT CONTENT FROM P13N_MODEL_PART WHERE PART_ID = ?", String.class, id(version, number));
        return found.isEmpty() ? new byte[0] : decoded(found.get(0));
    }

    /** What is no base 64 becomes bytes that no checksum fits. */
    private static byte[] decoded(String content) {
        try {
            return Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException e) {
            return new byte[content.length()];
        }
    }

    private static String id(long version, int number) {
        return version + "-" + number;
    }

    /** Cuts a stream into rows. */
    private final class Parts extends OutputStream {
        private final long version;
        private final byte[] part = new byte[PART_BYTES];
        private int filled;
        private int count;
        private long bytes;

        Parts(long version) {
            this.version = version;
        }

        @Override
        public void write(int b) {
            if (filled == part.length) {
                store();
            }
            part[filled++] = (byte) b;
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            for (int done = 0; done < length; ) {
                if (filled == part.length) {
                    store();
                }
                int some = Math.min(length - done, part.length - filled);
                System.arraycopy(source, offset + done, part, filled, some);
                filled += some;
                done += some;
            }
        }

        @Override
        public void close() {
            if (filled > 0) {
                store();
            }
        }

        private void store() {
            database.jdbc()
                    .update(
                            "INSERT INTO P13N_MODEL_PART (PART_ID, MODEL_VERSION, CONTENT) VALUES (?, ?, ?)",
                            id(version, count++),
                            version,
                            Base64.getEncoder().encodeToString(Arrays.copyOf(part, filled)));
            bytes += filled;
            filled = 0;
        }
    }
}
