package org.p13n.sample.data.file;

import java.util.List;

/**
 * The shape of one kind of data file: its name, the columns it must and may have, and how a row becomes a {@code T}.
 *
 * @param groupedBy the column whose equal values should stand in adjacent rows, or null when rows stand alone
 */
public record FileFormat<T>(
        String fileName, List<String> required, List<String> optional, String groupedBy, RowParser<T> parser) {

    /** Turns a checked row into a line. */
    public interface RowParser<T> {
        T parse(CsvRow row) throws RejectedRowException;
    }

    /** Takes a line, or rejects it for what only the store knows (an unknown product, say). */
    public interface LineSink<T> {
        void accept(T line) throws RejectedRowException;
    }
}
