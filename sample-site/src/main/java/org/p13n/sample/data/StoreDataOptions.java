package org.p13n.sample.data;

import java.nio.file.Path;
import java.util.Objects;
import org.p13n.sample.data.tables.StoreSettings;

/**
 * What a start of the store shall find in its database.
 *
 * @param catalog the folder with the sample catalog's files, or null for none
 * @param history the shoppers to simulate, or null for none
 * @param importFolder the folder with a retailer's files, or null for none
 * @param rejects the folder for lists of rejected rows
 * @param store what the store is like
 */
public record StoreDataOptions(Path catalog, History history, Path importFolder, Path rejects, StoreSettings store) {
    public StoreDataOptions {
        Objects.requireNonNull(rejects, "rejects: the folder for lists of rejected rows must be given");
        Objects.requireNonNull(store, "store: the store's settings must be given");
    }

    /**
     * The simulated shoppers: the same folder, seed, number, catalog and time of load give the same history.
     *
     * @param folder the folder with {@code archetypes.csv}, {@code names.csv} and {@code sample-log-ins.csv}
     */
    public record History(Path folder, long seed, int shoppers) {
        public static final long SEED = 20_261_120L;
        public static final int SHOPPERS = 2_000;
        private static final int MOST_SHOPPERS = 100_000;

        public History {
            Objects.requireNonNull(folder, "folder: the simulation's folder must be given");
            if (shoppers < 1 || shoppers > MOST_SHOPPERS) {
                throw new IllegalArgumentException("The number of simulated shoppers must be 1 to " + MOST_SHOPPERS
                        + "; it is " + shoppers + ". Use store.history=none for no history.");
            }
        }

        public static History of(Path folder) {
            return new History(folder, SEED, SHOPPERS);
        }
    }

    /** Nothing to load yet. */
    public static StoreDataOptions of(Path rejects, StoreSettings store) {
        return new StoreDataOptions(null, null, null, rejects, store);
    }

    public StoreDataOptions withCatalog(Path folder) {
        return new StoreDataOptions(folder, history, importFolder, rejects, store);
    }

    public StoreDataOptions withHistory(History simulated) {
        return new StoreDataOptions(catalog, simulated, importFolder, rejects, store);
    }

    public StoreDataOptions withImport(Path folder) {
        return new StoreDataOptions(catalog, history, folder, rejects, store);
    }
}
