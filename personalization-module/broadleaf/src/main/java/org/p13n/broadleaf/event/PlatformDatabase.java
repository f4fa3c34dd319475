package org.p13n.broadleaf.event;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shop's own database as the module's background threads use it: plain JDBC and short transactions beside the
 * platform's entity managers, with which nothing is shared.
 */
public final class PlatformDatabase {
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public PlatformDatabase(DataSource source) {
        jdbc = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Runs the work in one transaction of its own: all of it is stored or, when it throws, nothing. */
    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
