package org.p13n.sample.data.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.p13n.sample.data.file.CsvRow;
import org.p13n.sample.data.file.DataFile;
import org.p13n.sample.data.file.FileFormat;
import org.p13n.sample.data.file.RejectedRowException;
import org.p13n.sample.data.file.RejectedRows;
import org.p13n.sample.data.file.UnusableFileException;

/** Who can appear in the simulation: the contents of its data folder. */
public record Cast(List<Archetype> archetypes, List<Name> names, List<LogIn> logIns) {
    private static final int LONGEST = 100;

    /** A first and a last name to combine with others; either may be missing. */
    record Name(String first, String last) {
        static final FileFormat<Name> FORMAT =
                new FileFormat<>("names.csv", List.of("first_name", "last_name"), List.of(), null, Name::of);

        private static Name of(CsvRow row) throws RejectedRowException {
            return new Name(row.optionalText("first_name", LONGEST), row.optionalText("last_name", LONGEST));
        }
    }

    /** A shopper with a known password. */
    record LogIn(String firstName, String archetype, String password) {
        static final FileFormat<LogIn> FORMAT = new FileFormat<>(
                "sample-log-ins.csv", List.of("first_name", "archetype", "password"), List.of(), null, LogIn::of);

        private static LogIn of(CsvRow row) throws RejectedRowException {
            return new LogIn(
                    row.text("first_name", LONGEST), row.text("archetype", LONGEST), row.text("password", LONGEST));
        }
    }

    /** Reads the folder; rows that cannot be used are listed in {@code rejects} and left out. */
    public static Cast read(Path folder, Path rejects) throws UnusableFileException {
        return new Cast(
                lines(folder, rejects, Archetype.FORMAT),
                lines(folder, rejects, Name.FORMAT),
                lines(folder, rejects, LogIn.FORMAT));
    }

    List<String> firstNames() {
        return names.stream().map(Name::first).filter(name -> name != null).toList();
    }

    List<String> lastNames() {
        return names.stream().map(Name::last).filter(name -> name != null).toList();
    }

    private static <T> List<T> lines(Path folder, Path rejects, FileFormat<T> format) throws UnusableFileException {
        List<T> lines = new ArrayList<>();
        DataFile<T> file = DataFile.open(folder, format);
        try (RejectedRows rejected = new RejectedRows(rejects, file.fileName())) {
            file.forEach(rejected, lines::add);
        }
        return List.copyOf(lines);
    }
}
