package org.p13n.broadleaf.event;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The shop's own database as the module's background threads use it: plain JDBC and short transactions beside the
 * platform's entity managers, with which nothing is shared.
 */
public final class PlatformDatabase {
    private static final String DUPLICATE_KEY = "23505";
    private static final String INTEGRITY = "23000";

    /** What Oracle, MySQL and SQL Server (index and key) call a duplicate key, for which they have no state of its own. */
    private static final Set<Integer> DUPLICATE_KEY_CODES = Set.of(1, 1062, 2601, 2627);

    private final DataSource source;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public PlatformDatabase(DataSource source) {
        this(source, 0);
    }

    private PlatformDatabase(DataSource source, int seconds) {
        this.source = source;
        jdbc = new JdbcTemplate(source);
        jdbc.setExceptionTranslator(new Translator());
        jdbc.setQueryTimeout(seconds);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    /** The same database, asked not to take longer than that for a statement; its transactions are the same too. */
    public PlatformDatabase within(int seconds) {
        return new PlatformDatabase(source, seconds);
    }

    /** Whether the database could not be asked, or had no time or room, so that the same work may succeed later. */
    static boolean isAway(RuntimeException e) {
        return e instanceof DataAccessResourceFailureException
                || e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof TransactionException;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    /** The first rows of a query; the database is asked for no more of them. */
    public <T> List<T> first(int atMost, String sql, RowMapper<T> mapper, Object... arguments) {
        return jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.setMaxRows(atMost);
                    return statement;
                },
                new ArgumentPreparedStatementSetter(arguments),
                new RowMapperResultSetExtractor<>(mapper));
    }

    /** Runs the work in one transaction, the caller's if there is one: all of it is stored or, when it throws, nothing. */
    public <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /**
     * Tells duplicate keys from other failures by the statement's own error. Spring's default asks the database for its
     * name at the first error, and if that is the loss of the connection, it never knows duplicate keys again.
     */
    private static final class Translator implements SQLExceptionTranslator {
        private final SQLExceptionTranslator others = new SQLExceptionSubclassTranslator();

        @Override
        public DataAccessException translate(String task, String sql, SQLException e) {
            SQLException last = e.getNextException() == null ? e : e.getNextException();
            boolean duplicate = DUPLICATE_KEY.equals(last.getSQLState())
                    || INTEGRITY.equals(last.getSQLState()) && DUPLICATE_KEY_CODES.contains(last.getErrorCode());
            return duplicate
                    ? new DuplicateKeyException(task + ": a row of that key exists already", last)
                    : others.translate(task, sql, last);
        }
    }
}
