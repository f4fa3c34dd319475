package org.p13n.sample.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What {@code -Dstore.…} says: each option, its default and what is wrong with a bad value.
 *
 * @param port HTTP port, 1 to 65535
 * @param data folder of the database, the search index, logs and reports
 * @param db JDBC URL of an own PostgreSQL, or the embedded H2 within {@code data}
 * @param history whether a first start simulates a year of shoppers
 * @param importFolder a retailer's own files instead of the sample catalog; null for the sample
 * @param reset whether to start clean
 * @param module whether p13n is installed; without it the very same store runs plain, to compare
 */
record StoreOptions(
        int port, Path data, StoreDatabase db, boolean history, Path importFolder, boolean reset, boolean module) {

    static StoreOptions of(Properties properties) throws StartFailure {
        Path data = Path.of(text(properties, "store.data", "store-data"))
                .toAbsolutePath()
                .normalize();
        return new StoreOptions(
                port(text(properties, "store.port", "8080")),
                data,
                StoreDatabase.of(text(properties, "store.db", ""), data),
                choice(properties, "store.history", "simulated", "none"),
                importFolder(text(properties, "store.import", "")),
                flag(properties, "store.reset"),
                choice(properties, "store.module", "installed", "none"));
    }

    private static int port(String value) throws StartFailure {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StartFailure(badPort(value), e);
        }
        throw new StartFailure(badPort(value));
    }

    private static String badPort(String value) {
        return "store.port must be a number from 1 to 65535 but is '" + value + "'; start with -Dstore.port=8080, say";
    }

    private static Path importFolder(String value) throws StartFailure {
        if (value.isEmpty()) {
            return null;
        }
        Path folder = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            throw new StartFailure(
                    "store.import must name a folder with products.csv, orders.csv or interactions.csv but " + folder
                            + " is none; leave it out for the sample catalog");
        }
        return folder;
    }

    /** True for the first choice, which is the default. */
    private static boolean choice(Properties properties, String key, String first, String second) throws StartFailure {
        String value = text(properties, key, first);
        if (!value.equals(first) && !value.equals(second)) {
            throw new StartFailure(key + " must be '" + first + "' or '" + second + "' but is '" + value
                    + "'; leave it out for '" + first + "'");
        }
        return value.equals(first);
    }

    /** {@code -Dkey}, {@code -Dkey=} and {@code -Dkey=true} all set a flag. */
    private static boolean flag(Properties properties, String key) throws StartFailure {
        String value = properties.getProperty(key);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.isBlank() || value.equals("true")) {
            return true;
        }
        throw new StartFailure(key + " must be 'true' or 'false' but is '" + value + "'; -D" + key + " alone sets it");
    }

    private static String text(Properties properties, String key, String otherwise) {
        String value = properties.getProperty(key, "").trim();
        return value.isEmpty() || value.startsWith("${") ? otherwise : value;
    }
}
