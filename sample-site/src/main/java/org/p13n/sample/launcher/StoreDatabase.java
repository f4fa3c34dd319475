package org.p13n.sample.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The one database behind store and admin: the embedded H2 in the data folder, or a PostgreSQL of the user's. */
record StoreDatabase(String url, String driver, String dialect, String user, Path folder) {

    private static final String H2_OPTIONS =
            ";MODE=LEGACY;NON_KEYWORDS=VALUE,KEY;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1";

    static StoreDatabase of(String url, Path data) throws StartFailure {
        if (url.isEmpty()) {
            Path folder = data.resolve("database");
            String embedded = "jdbc:h2:file:" + folder.resolve("store") + H2_OPTIONS;
            return new StoreDatabase(embedded, "org.h2.Driver", "org.hibernate.dialect.H2Dialect", "sa", folder);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new StoreDatabase(
                    url, "org.postgresql.Driver", "org.hibernate.dialect.PostgreSQL82Dialect", null, null);
        }
        throw new StartFailure(
                "store.db must be a PostgreSQL URL like jdbc:postgresql://localhost/shop?user=shop&password=…"
                        + " but begins with '" + url.substring(0, Math.min(url.length(), 16))
                        + "'; leave it out for the embedded database");
    }

    boolean isEmbedded() {
        return folder != null;
    }

    /** Where the database is, without user or password. */
    String place() {
        int query = url.indexOf('?');
        return isEmbedded() ? folder.toString() : query < 0 ? url : url.substring(0, query);
    }

    /**
     * Whether there is a shop: its first start came to the rows that are written last, or it has orders. What a broken off
     * first start leaves is none, and is made anew.
     */
    boolean hasShop() throws StartFailure {
        return hasRows("BLC_ADMIN_USER_ROLE_XREF") || hasRows("BLC_ORDER");
    }

    private boolean hasRows(String table) throws StartFailure {
        if (shopTables(table).isEmpty()) {
            return false;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            return rows.next() && rows.getLong(1) > 0;
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    void reset() throws StartFailure {
        if (isEmbedded()) {
            deleteFolder();
            return;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = shopTables("BLC_%");
            tables.addAll(shopTables("P13N_%"));
            tables.addAll(shopTables("STORE_DATA_LOAD"));
            tables.addAll(shopTables("SEQUENCE_GENERATOR"));
            for (String table : tables) {
                statement.execute("DROP TABLE IF EXISTS " + table + " CASCADE");
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Writes what the embedded database still holds in memory; it must not close by itself while the store stops. */
    void close() {
        if (!isEmbedded()) {
            return;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            System.err.println("The database at " + place() + " was not closed cleanly (" + e.getMessage()
                    + "); it mends itself at the next start");
        }
    }

    private void deleteFolder() throws StartFailure {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StartFailure("store.reset cannot empty " + folder + "; stop the store that uses it", e);
        }
    }

    private List<String> shopTables(String pattern) throws StartFailure {
        String escaped = pattern.replace("_", "\\_");
        List<String> names = new ArrayList<>();
        try (Connection connection = connect();
                ResultSet tables = connection
                        .getMetaData()
                        .getTables(
                                null,
                                connection.getSchema(),
                                isEmbedded() ? escaped : escaped.toLowerCase(Locale.ROOT),
                                new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
            return names;
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private Connection connect() throws SQLException {
        return user == null ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, "");
    }

    private StartFailure unreachable(SQLException e) {
        String reason = e.getMessage() == null
                ? e.getSQLState()
                : e.getMessage().lines().findFirst().orElse("");
        String remedy = isEmbedded()
                ? "stop another store on this folder, or choose one with -Dstore.data=…"
                : "start it, or mend -Dstore.db=… (host, database, user, password)";
        return new StartFailure("the database at " + place() + " cannot be reached (" + reason + "); " + remedy, e);
    }
}
