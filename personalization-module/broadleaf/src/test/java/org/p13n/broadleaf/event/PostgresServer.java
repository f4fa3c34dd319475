package org.p13n.broadleaf.event;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.p13n.broadleaf.ShopDatabase;
import org.postgresql.ds.PGPoolingDataSource;

/** A PostgreSQL server for tests, and a pool of connections as a shop has it. */
final class PostgresServer implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private final EmbeddedPostgres postgres;
    private final PGPoolingDataSource pool;

    @SuppressWarnings("deprecation") // not for production, says the driver
    PostgresServer() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pool = new PGPoolingDataSource();
        pool.setDataSourceName("shop-" + postgres.getPort());
        pool.setServerNames(new String[] {"localhost"});
        pool.setPortNumbers(new int[] {postgres.getPort()});
        pool.setDatabaseName("postgres");
        pool.setUser("postgres");
        pool.setPassword("postgres");
        pool.setMaxConnections(CONNECTIONS);
        try {
            pool.setProperty("reWriteBatchedInserts", "true");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource pool() {
        return pool;
    }

    ShopDatabase shop() {
        return ShopDatabase.on(pool);
    }

    @Override
    public void close() {
        pool.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
