package org.p13n.sample.data.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a data file's rows: the good lines, and the list of rejected ones as its file holds it. */
record Lines<T>(List<T> good, List<String> rejected) {
    static <T> Lines<T> of(FileFormat<T> format, Path folder, String... rows) {
        try {
            Files.writeString(folder.resolve(format.fileName()), String.join("\n", rows) + "\n");
            return of(DataFile.open(folder, format), folder, Long.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnusableFileException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> Lines<T> of(DataFile<T> file, Path folder, long rowsInMemory) throws IOException {
        List<T> good = new ArrayList<>();
        Path list;
        try (RejectedRows rejected = new RejectedRows(folder, file.fileName())) {
            file.forEach(rejected, good::add, rowsInMemory);
            list = rejected.file();
        }
        return new Lines<>(good, Files.exists(list) ? Files.readAllLines(list) : List.of());
    }

    T only() {
        if (good.size() != 1) {
            throw new AssertionError("one good line expected, not " + good + "; rejected: " + rejected);
        }
        return good.get(0);
    }
}
