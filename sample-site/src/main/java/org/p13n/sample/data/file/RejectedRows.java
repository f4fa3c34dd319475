package org.p13n.sample.data.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The list of a file's rejected rows, {@code <file>.rejected.csv}; the file exists only if there are any. */
public final class RejectedRows implements AutoCloseable {
    private static final int LONGEST_VALUE = 200;

    private final Path file;
    private CSVPrinter printer;
    private long count;

    public RejectedRows(Path folder, String fileName) {
        this.file = folder.resolve(fileName + ".rejected.csv");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The list of rejected rows must be writable; " + file + " is not. Free the folder.", e);
        }
    }

    public void add(long row, RejectedRowException reason) {
        try {
            if (printer == null) {
                printer = open();
            }
            printer.printRecord(row, reason.column(), reason.rule(), shortened(reason.value()), reason.remedy());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The list of rejected rows must be writable; " + file + " is not. Free the folder.", e);
        }
        count++;
    }

    public long count() {
        return count;
    }

    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            if (printer != null) {
                printer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list of rejected rows could not be completed: " + file, e);
        }
    }

    private CSVPrinter open() throws IOException {
        Files.createDirectories(file.getParent());
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("row", "column", "rule", "value", "remedy")
                .get();
        return new CSVPrinter(Files.newBufferedWriter(file), format);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
