package org.p13n.sample.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same store before its owner installed p13n: its files without the lines that install the module, and none of the
 * module's jars.
 *
 * <p>Every such line names the module, so this copy needs no list of them. It is what "the page of a store without the
 * module" means in the tests, and the other side of a paired measurement.
 */
final class PlainStore {

    /** The module's own names; {@code org.p13n.sample} is the store itself. */
    private static final Pattern INSTALLS_THE_MODULE = Pattern.compile("(?<!org\\.)p13n");

    private static final List<String> HOST_FILES = List.of(".html", ".xml", ".properties");

    private PlainStore() {}

    /** @return the folder of the copy, within {@code data} */
    static Path copyOf(Path home, Path data) throws StartFailure {
        Path plain = data.resolve("plain-store");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = plain.resolve(home.relativize(file));
                Files.createDirectories(copy.getParent());
                copy(file, copy);
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "the plain store cannot be copied to " + plain + "; make room or choose -Dstore.data=…", e);
        }
        return plain;
    }

    private static void copy(Path file, Path copy) throws IOException {
        String name = file.getFileName().toString();
        if (HOST_FILES.stream().anyMatch(name::endsWith)) {
            Files.writeString(copy, withoutModule(Files.readString(file)));
        } else if (!name.startsWith("p13n-")) {
            Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static String withoutModule(String text) {
        return text.lines()
                .filter(line -> !INSTALLS_THE_MODULE.matcher(line).find())
                .collect(Collectors.joining("\n", "", text.endsWith("\n") ? "\n" : ""));
    }
}
