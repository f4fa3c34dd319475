package org.p13n.sample.data.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * One data file that was read through once and found usable, with the fingerprint of its contents.
 *
 * <p>The first pass keeps nothing but counts, so that a file that breaks in its last row loads nothing; the rows are
 * then streamed again, however often is needed, in constant memory.
 */
public final class DataFile<T> {
    /** Rows of scattered groups that are held in memory at a time, some 500 bytes each. */
    private static final long ROWS_IN_MEMORY = 200_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final FileFormat<T> format;
    private final Survey survey;

    private record Numbered<L>(long row, L line) {}

    private interface RowHandler {
        void handle(long row, CSVRecord csv);
    }

    private record Survey(long rows, String fingerprint, boolean grouped) {}

    private DataFile(Path path, FileFormat<T> format, Survey survey) {
        this.path = path;
        this.format = format;
        this.survey = survey;
    }

    /** Whether the folder holds a file of this format at all. */
    public static boolean exists(Path folder, FileFormat<?> format) {
        return Files.exists(folder.resolve(format.fileName()));
    }

    /** The folder's file of this format, read through and found usable. */
    public static <T> DataFile<T> open(Path folder, FileFormat<T> format) throws UnusableFileException {
        Path path = folder.resolve(format.fileName());
        try {
            return new DataFile<>(path, format, survey(path, format));
        } catch (CharacterCodingException e) {
            throw new UnusableFileException(path, "The file must be UTF-8; it is not.", "Save it as UTF-8.", e);
        } catch (IOException | UncheckedIOException e) {
            String problem = "The file must be readable CSV (RFC 4180); reading it failed: " + e.getMessage();
            throw new UnusableFileException(path, problem + ".", "Check its quotes and that it may be read.", e);
        }
    }

    public String fileName() {
        return format.fileName();
    }

    public long rows() {
        return survey.rows;
    }

    /** A digest of the file's bytes; the same digest means that there is nothing new in it. */
    public String fingerprint() {
        return survey.fingerprint;
    }

    /** Whether rows of this file name products. */
    public boolean dependsOnProducts() {
        return format.required().contains("product_id") || format.optional().contains("product_id");
    }

    /**
     * Streams all rows, the good ones to {@code lines} and the others to {@code rejected}; rows that belong together
     * come one after the other.
     *
     * <p>A file whose groups are scattered is read several times over, each time for the share of the groups that
     * fits into memory.
     */
    public void forEach(RejectedRows rejected, FileFormat.LineSink<T> lines) {
        forEach(rejected, lines, ROWS_IN_MEMORY);
    }

    void forEach(RejectedRows rejected, FileFormat.LineSink<T> lines, long rowsInMemory) {
        if (survey.grouped) {
            stream((row, csv) -> parsed(row, csv, rejected).ifPresent(line -> take(row, line, rejected, lines)));
            return;
        }
        int parts = (int) (1 + survey.rows / rowsInMemory);
        for (int part = 0; part < parts; part++) {
            groups(part, parts, rejected)
                    .values()
                    .forEach(
                            group -> group.forEach(numbered -> take(numbered.row(), numbered.line(), rejected, lines)));
        }
    }

    private Map<String, List<Numbered<T>>> groups(int part, int parts, RejectedRows rejected) {
        Map<String, List<Numbered<T>>> groups = new LinkedHashMap<>();
        stream((row, csv) -> {
            String group = new CsvRow(csv).raw(format.groupedBy());
            if (Math.floorMod(group.hashCode(), parts) == part) {
                parsed(row, csv, rejected)
                        .ifPresent(line -> groups.computeIfAbsent(group, key -> new ArrayList<>())
                                .add(new Numbered<>(row, line)));
            }
        });
        return groups;
    }

    private void stream(RowHandler handler) {
        try (Reader reader = reader(Files.newInputStream(path));
                CSVParser parser = parser(reader)) {
            long row = 1;
            for (CSVRecord csv : parser) {
                handler.handle(++row, csv);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file changed or vanished while it was loaded: " + path, e);
        }
    }

    private Optional<T> parsed(long row, CSVRecord csv, RejectedRows rejected) {
        try {
            CsvRow.require(
                    csv.isConsistent(),
                    "(all)",
                    "must have as many values as the header has columns",
                    String.valueOf(csv.size()),
                    "Quote values that hold commas.");
            return Optional.of(format.parser().parse(new CsvRow(csv)));
        } catch (RejectedRowException e) {
            rejected.add(row, e);
            return Optional.empty();
        }
    }

    private void take(long row, T line, RejectedRows rejected, FileFormat.LineSink<T> lines) {
        try {
            lines.accept(line);
        } catch (RejectedRowException e) {
            rejected.add(row, e);
        }
    }

    private static Survey survey(Path path, FileFormat<?> format) throws IOException, UnusableFileException {
        MessageDigest digest = sha256();
        SeenKeys groups = new SeenKeys();
        boolean grouped = true;
        long rows = 0;
        try (Reader reader = reader(new DigestInputStream(Files.newInputStream(path), digest));
                CSVParser parser = parser(reader)) {
            requireColumns(path, format.required(), parser.getHeaderNames());
            String previous = null;
            for (CSVRecord csv : parser) {
                rows++;
                String key = format.groupedBy() == null ? null : new CsvRow(csv).raw(format.groupedBy());
                if (key != null && !key.equals(previous)) {
                    grouped &= groups.add(key);
                    previous = key;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Survey(rows, HexFormat.of().formatHex(digest.digest()), grouped);
    }

    private static void requireColumns(Path path, List<String> required, List<String> header)
            throws UnusableFileException {
        List<String> present =
                header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        List<String> missing =
                required.stream().filter(name -> !present.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new UnusableFileException(
                    path,
                    "The header must name the columns " + required + "; it lacks " + missing + ".",
                    "Add what is missing to the first line.");
        }
    }

    private static Reader reader(InputStream bytes) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK.charAt(0)) {
            reader.reset();
        }
        return reader;
    }

    private static CSVParser parser(Reader reader) throws IOException {
        try {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setIgnoreHeaderCase(true)
                    .setTrim(true)
                    .setIgnoreEmptyLines(true)
                    .setAllowMissingColumnNames(true)
                    .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
                    .get()
                    .parse(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException("the header names a column twice (" + e.getMessage() + ")", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256; this one does not. Use a JDK 17.", e);
        }
    }
}
