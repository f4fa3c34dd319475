package org.p13n.sample.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.p13n.sample.data.tables.StoreSettings;

/** An empty store's database and a folder for its data files. */
final class TestStore {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final Path CATALOG = Path.of("src/main/catalog");
    static final Path HISTORY = Path.of("src/main/history");

    final DataSource database;
    final Path files;
    final Path rejects;
    final List<String> progress = new ArrayList<>();

    private TestStore(DataSource database, Path folder) throws IOException {
        this.database = database;
        this.files = Files.createDirectories(folder.resolve("files"));
        this.rejects = folder.resolve("rejects");
    }

    /** A store with the module's table and with counted stock, in memory. */
    static TestStore inMemory(Path folder) {
        return create(folder, "jdbc:h2:mem:" + folder.getFileName() + System.identityHashCode(folder));
    }

    /** The same in a file, as the store has it. */
    static TestStore inFile(Path folder) {
        return create(folder, "jdbc:h2:file:" + folder.toAbsolutePath().resolve("store"));
    }

    private static TestStore create(Path folder, String url) {
        try {
            TestStore store = bare(folder, url);
            PlatformSchema.addInteractions(store.database);
            PlatformSchema.addQuantities(store.database);
            return store;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A store without the module and without counted stock. */
    static TestStore bare(Path folder) {
        return bare(folder, "jdbc:h2:mem:bare" + System.identityHashCode(folder));
    }

    private static TestStore bare(Path folder, String url) {
        try {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL(url + ";MODE=LEGACY;NON_KEYWORDS=VALUE,KEY;DB_CLOSE_DELAY=-1");
            PlatformSchema.create(database, "org.hibernate.dialect.H2Dialect");
            return new TestStore(database, folder);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static TestStore on(DataSource database, Path folder) throws IOException {
        return new TestStore(database, folder);
    }

    TestStore file(String name, String... lines) {
        try {
            Files.writeString(files.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    StoreDataOptions options() {
        return StoreDataOptions.of(rejects, StoreSettings.usual((id, password) -> password + "{" + id + "}", NOW));
    }

    StoreDataSummary importFiles() {
        return load(options().withImport(files));
    }

    StoreDataSummary load(StoreDataOptions options) {
        progress.clear();
        return new StoreData(() -> 0).load(database, options, progress::add);
    }

    String rejected(String file) {
        try {
            return Files.readString(rejects.resolve(file + ".rejected.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long count(String table) {
        return Long.parseLong(value("SELECT COUNT(*) FROM " + table));
    }

    /** The query's first value, as text. */
    String value(String sql) {
        List<String> values = values(sql);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The first column of the query's rows, as text. */
    List<String> values(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
