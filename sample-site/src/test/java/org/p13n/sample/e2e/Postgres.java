package org.p13n.sample.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server from Maven Central, with a port and a data folder that outlive a stop. */
final class Postgres implements AutoCloseable {

    private final int port = StoreCommand.freePort();
    private final Path data;
    private EmbeddedPostgres server;

    private Postgres(Path data) {
        this.data = data;
    }

    static Postgres fresh(String name) {
        StoreCommand.delete(StoreCommand.folder(name));
        Postgres postgres = new Postgres(StoreCommand.folder(name));
        postgres.start();
        return postgres;
    }

    void start() {
        try {
            server = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "120")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url("postgres");
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres&password=postgres";
    }

    /** Makes an empty database of that name, beside the one that the shared store uses. */
    String emptyDatabase(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        }
        return url(name);
    }

    /** Does what a database administrator would. */
    void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement administrator = connection.createStatement()) {
            administrator.execute(statement);
        }
    }

    /** The number that a query yields. */
    long count(String query) throws SQLException {
        return count(url(), query);
    }

    static long count(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
