package org.p13n.sample.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.cfg.Configuration;
import org.hibernate.dialect.Dialect;

/** The platform's own tables in an empty database, made from its entities as the store's first start makes them. */
final class PlatformSchema {
    private static final String[] UNITS = {"common", "profile", "framework", "cms", "open-admin"};
    private static final Pattern ENTITY = Pattern.compile("<class>\\s*(\\S+?)\\s*</class>");

    /** Reading the entities takes longer than making the tables. */
    private static final Map<String, String[]> DDL = new ConcurrentHashMap<>();

    private PlatformSchema() {}

    static void create(DataSource database, String dialect) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String ddl : DDL.computeIfAbsent(dialect, PlatformSchema::ddl)) {
                statement.execute(ddl);
            }
            statement.execute("INSERT INTO BLC_CURRENCY (CURRENCY_CODE, DEFAULT_FLAG) VALUES ('USD', TRUE)");
            statement.execute("INSERT INTO BLC_LOCALE (LOCALE_CODE, DEFAULT_FLAG) VALUES ('en_US', TRUE)");
        }
    }

    private static String[] ddl(String dialect) {
        Configuration configuration = new Configuration();
        for (String unit : UNITS) {
            addEntities(configuration, "/META-INF/persistence-" + unit + ".xml");
        }
        configuration.setProperty("hibernate.dialect", dialect);
        return configuration.generateSchemaCreationScript(Dialect.getDialect(configuration.getProperties()));
    }

    /** The tables of the personalization module that a load writes to. */
    static void addInteractions(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE P13N_INTERACTION (INTERACTION_ID BIGINT PRIMARY KEY, TYPE_CODE INT NOT NULL,"
                            + " SHOPPER_ID BIGINT NOT NULL, PRODUCT_ID BIGINT NOT NULL, CATEGORY_ID BIGINT NOT NULL,"
                            + " SEARCH_TERM VARCHAR(255), QUANTITY INT NOT NULL, ORDER_ID BIGINT NOT NULL,"
                            + " OCCURRED_AT BIGINT NOT NULL, DETAIL_VALUE INT, IMPRESSION_ID BIGINT,"
                            + " DETAIL_TEXT VARCHAR(2000), SHOPPING_CONTEXT VARCHAR(64))");
            statement.execute("CREATE TABLE P13N_CONSENT (SHOPPER_ID BIGINT PRIMARY KEY,"
                    + " CONSENT_STATE VARCHAR(20) NOT NULL, TEXT_VERSION VARCHAR(50) NOT NULL,"
                    + " CHANGED_AT BIGINT NOT NULL)");
        }
    }

    /** The column that the store's weaver adds to the platform's SKU. */
    static void addQuantities(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE BLC_SKU ADD QUANTITY_AVAILABLE INT");
        }
    }

    private static void addEntities(Configuration configuration, String persistenceXml) {
        try (InputStream xml = PlatformSchema.class.getResourceAsStream(persistenceXml)) {
            Matcher entities = ENTITY.matcher(new String(xml.readAllBytes(), StandardCharsets.UTF_8));
            while (entities.find()) {
                configuration.addAnnotatedClass(Class.forName(entities.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The platform names an entity that it lacks in " + persistenceXml, e);
        }
    }
}
