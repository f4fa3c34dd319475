package org.p13n.benchmark.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/** The folder of data sets that a run measures on. */
record QualityData(Path folder) {
    boolean has(String file) {
        return Files.isReadable(folder.resolve(file));
    }

    /** All lines of a text file; unpacked if its name ends with {@code .gz}. */
    List<String> lines(String file) throws IOException {
        Path path = folder.resolve(file);
        try (InputStream in = Files.newInputStream(path);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (UncheckedIOException e) {
            throw new IOException("Cannot read " + path + ": is it a whole file in UTF-8?", e);
        }
    }

    /** A split point of the export, such as {@code train.baskets} in {@code online-retail/protocol.properties}. */
    String setting(String file, String key) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            properties.load(in);
        }
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IOException(folder.resolve(file) + " has no line " + key + "=…; add it");
        }
        return value.trim();
    }
}
