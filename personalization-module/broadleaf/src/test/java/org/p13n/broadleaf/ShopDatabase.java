package org.p13n.broadleaf;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database, in memory unless said otherwise, with the module's tables, made by the script that it ships, and the platform's that it reads. */
public final class ShopDatabase {
    private static final String[] PLATFORM = {
        "CREATE TABLE BLC_CUSTOMER (CUSTOMER_ID BIGINT PRIMARY KEY, EMAIL_ADDRESS VARCHAR(255), IS_REGISTERED BOOLEAN,"
                + " FIRST_NAME VARCHAR(255), LAST_NAME VARCHAR(255))",
        "CREATE TABLE BLC_ORDER (ORDER_ID BIGINT PRIMARY KEY, ORDER_STATUS VARCHAR(255), CUSTOMER_ID BIGINT, SUBMIT_DATE TIMESTAMP)",
        "CREATE TABLE BLC_ORDER_ITEM (ORDER_ITEM_ID BIGINT PRIMARY KEY, ORDER_ID BIGINT, QUANTITY INT)",
        "CREATE TABLE BLC_DISCRETE_ORDER_ITEM (ORDER_ITEM_ID BIGINT PRIMARY KEY, PRODUCT_ID BIGINT, SKU_ID BIGINT,"
                + " BUNDLE_ORDER_ITEM_ID BIGINT)",
        "CREATE TABLE BLC_SKU (SKU_ID BIGINT PRIMARY KEY, NAME VARCHAR(255), DEFAULT_PRODUCT_ID BIGINT,"
                + " ACTIVE_START_DATE TIMESTAMP, ACTIVE_END_DATE TIMESTAMP, RETAIL_PRICE DECIMAL(19, 5), SALE_PRICE DECIMAL(19, 5),"
                + " DESCRIPTION VARCHAR(255), LONG_DESCRIPTION VARCHAR(10000))",
        "CREATE TABLE BLC_PRODUCT (PRODUCT_ID BIGINT PRIMARY KEY, MANUFACTURE VARCHAR(255), DEFAULT_SKU_ID BIGINT,"
                + " DEFAULT_CATEGORY_ID BIGINT, ARCHIVED CHAR(1))",
        "CREATE TABLE BLC_CATEGORY (CATEGORY_ID BIGINT PRIMARY KEY, NAME VARCHAR(255), DEFAULT_PARENT_CATEGORY_ID BIGINT)",
        "CREATE TABLE BLC_CATEGORY_XREF (CATEGORY_XREF_ID BIGINT PRIMARY KEY, CATEGORY_ID BIGINT, SUB_CATEGORY_ID BIGINT)",
        "CREATE TABLE BLC_CATEGORY_PRODUCT_XREF (CATEGORY_PRODUCT_ID BIGINT PRIMARY KEY, CATEGORY_ID BIGINT, PRODUCT_ID BIGINT)",
        "CREATE TABLE BLC_FIELD (FIELD_ID BIGINT PRIMARY KEY, PROPERTY_NAME VARCHAR(255))",
        "CREATE TABLE BLC_PRODUCT_ATTRIBUTE (PRODUCT_ATTRIBUTE_ID BIGINT PRIMARY KEY, NAME VARCHAR(255), VALUE VARCHAR(255),"
                + " SEARCHABLE BOOLEAN, PRODUCT_ID BIGINT)",
        "CREATE TABLE BLC_PRODUCT_OPTION (PRODUCT_OPTION_ID BIGINT PRIMARY KEY, ATTRIBUTE_NAME VARCHAR(255))",
        "CREATE TABLE BLC_PRODUCT_OPTION_VALUE (PRODUCT_OPTION_VALUE_ID BIGINT PRIMARY KEY, ATTRIBUTE_VALUE VARCHAR(255),"
                + " PRODUCT_OPTION_ID BIGINT)",
        "CREATE TABLE BLC_PRODUCT_OPTION_XREF (PRODUCT_OPTION_XREF_ID BIGINT PRIMARY KEY, PRODUCT_ID BIGINT,"
                + " PRODUCT_OPTION_ID BIGINT)"
    };

    private final PlatformDatabase database;
    private final Source source;

    /** Gives connections until the database has gone away. */
    private static final class Source extends DelegatingDataSource {
        volatile boolean away;

        Source(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("The database has gone away", "08001");
            }
            return super.getConnection();
        }
    }

    public ShopDatabase() {
        this(h2(), "h2");
    }

    /** A real PostgreSQL, empty so far. */
    public static ShopDatabase on(DataSource postgres) {
        return new ShopDatabase(postgres, "postgresql");
    }

    private static DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=LEGACY;NON_KEYWORDS=VALUE;DB_CLOSE_DELAY=-1");
        return h2;
    }

    private ShopDatabase(DataSource empty, String dialect) {
        source = new Source(empty);
        database = new PlatformDatabase(source);
        ResourceDatabasePopulator script = new ResourceDatabasePopulator();
        script.addScript(new ClassPathResource("config/bc/sql/p13n_schema_" + dialect + ".sql"));
        try (var connection = source.getConnection()) {
            script.populate(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        for (String sql : PLATFORM) {
            run(sql);
        }
    }

    public PlatformDatabase platform() {
        return database;
    }

    public void run(String sql, Object... arguments) {
        database.jdbc().update(sql, arguments);
    }

    public long count(String table) {
        return database.jdbc().queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
    }

    /** Makes every statement fail until {@link #comeBack()}. */
    public void goAway() {
        source.away = true;
    }

    public void comeBack() {
        source.away = false;
    }

    /** A product with its default SKU, on sale since 2020. */
    public void product(long id, String name, String brand, long categoryId) {
        run(
                "INSERT INTO BLC_SKU (SKU_ID, NAME, DEFAULT_PRODUCT_ID, ACTIVE_START_DATE)"
                        + " VALUES (?, ?, ?, TIMESTAMP '2020-01-01 00:00:00')",
                id + 1_000,
                name,
                id);
        run("INSERT INTO BLC_PRODUCT VALUES (?, ?, ?, ?, 'N')", id, brand, id + 1_000, categoryId);
    }

    public void category(long id, String name, Long parent) {
        run("INSERT INTO BLC_CATEGORY VALUES (?, ?, ?)", id, name, parent);
    }

    public void customer(long id, boolean registered) {
        run(
                "INSERT INTO BLC_CUSTOMER VALUES (?, ?, ?, 'Anna', NULL)",
                id,
                "customer-" + id + "@example.com",
                registered);
    }

    public void order(long id, String status, long customer, String submitted) {
        run("INSERT INTO BLC_ORDER VALUES (?, ?, ?, CAST(? AS TIMESTAMP))", id, status, customer, submitted);
    }

    public void line(long id, long order, long product, int quantity) {
        run("INSERT INTO BLC_ORDER_ITEM VALUES (?, ?, ?)", id, order, quantity);
        run("INSERT INTO BLC_DISCRETE_ORDER_ITEM VALUES (?, ?, ?, NULL)", id, product, product + 1_000);
    }
}
