package org.p13n.broadleaf.profile;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.identity.ConsentTable;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.profile.ShopperProfile;

/**
 * Everything that is stored about a shopper as one JSON document. Read in portions, each of which is in memory before it
 * is written: no connection waits for who reads the document.
 */
public final class ShopperExport {
    private static final int PORTION = 500;

    /** The columns by which the rows are ordered come first, and are not part of the document. */
    private static final int FIRST_COLUMN = 3;

    private static final String INTERACTIONS = """
            SELECT i.OCCURRED_AT KEY_AT, i.INTERACTION_ID KEY_ID, i.TYPE_CODE, i.OCCURRED_AT, i.PRODUCT_ID, s.NAME PRODUCT_NAME, i.CATEGORY_ID, c.NAME CATEGORY_NAME,
              i.SEARCH_TERM, i.QUANTITY, i.ORDER_ID, i.DETAIL_VALUE, i.IMPRESSION_ID, i.DETAIL_TEXT, i.SHOPPING_CONTEXT
            FROM P13N_INTERACTION i
            LEFT JOIN BLC_PRODUCT p ON p.PRODUCT_ID = i.PRODUCT_ID
            LEFT JOIN BLC_SKU s ON s.SKU_ID = p.DEFAULT_SKU_ID
            LEFT JOIN BLC_CATEGORY c ON c.CATEGORY_ID = i.CATEGORY_ID
            WHERE i.SHOPPER_ID = ? AND (i.OCCURRED_AT > ? OR i.OCCURRED_AT = ? AND i.INTERACTION_ID > ?)
            ORDER BY i.OCCURRED_AT, i.INTERACTION_ID
            """;

    private static final String IMPRESSIONS = """
            SELECT SHOWN_AT KEY_AT, IMPRESSION_ID KEY_ID, IMPRESSION_ID, SHOWN_AT, PLACEMENT, STRATEGY, MODEL_VERSION, CATEGORY_ID, PRODUCT_IDS, SHOPPING_CONTEXT
            FROM P13N_IMPRESSION WHERE SHOPPER_ID = ? AND (SHOWN_AT > ? OR SHOWN_AT = ? AND IMPRESSION_ID > ?)
            ORDER BY SHOWN_AT, IMPRESSION_ID
            """;

    private static final String IDENTITIES = """
            SELECT LINKED_AT KEY_AT, ALIAS_ID KEY_ID, ALIAS_ID, LINKED_AT
            FROM P13N_IDENTITY WHERE SHOPPER_ID = ? AND (LINKED_AT > ? OR LINKED_AT = ? AND ALIAS_ID > ?)
            ORDER BY LINKED_AT, ALIAS_ID
            """;

    private final PlatformDatabase database;
    private final ProfileTable profiles;
    private final ConsentTable consents;
    private final LongSupplier clock;

    /** A row of a portion: where it stands in the order, and what it says by column. */
    private record Row(long at, long id, Map<String, String> columns) {
        static final Row BEFORE_ALL = new Row(Long.MIN_VALUE, Long.MIN_VALUE, Map.of());
    }

    public ShopperExport(PlatformDatabase database, ProfileTable profiles, ConsentTable consents) {
        this(database, profiles, consents, System::currentTimeMillis);
    }

    ShopperExport(PlatformDatabase database, ProfileTable profiles, ConsentTable consents, LongSupplier clock) {
        this.database = database;
        this.profiles = profiles;
        this.consents = consents;
        this.clock = clock;
    }

    /** The stored profile; empty if none is stored or it cannot be read. */
    public Optional<ShopperProfile> profile(long shopperId) {
        return profiles.find(shopperId).flatMap(ShopperExport::decode);
    }

    /** Writes everything that is stored. */
    public void write(long shopperId, Writer out) throws IOException {
        write(shopperId, profile(shopperId), out);
    }

    /** Like {@link #write(long, Writer)}, with the profile as a node has it in memory, which may be newer. */
    public void write(long shopperId, ShopperProfile profile, Writer out) throws IOException {
        write(shopperId, Optional.of(profile), out);
    }

    private void write(long shopperId, Optional<ShopperProfile> profile, Writer out) throws IOException {
        long now = clock.getAsLong();
        JsonWriter json = new JsonWriter(out).beginObject();
        json.name("exportedAt").value(time(now));
        json.name("shopper").value(Long.toString(shopperId));
        consent(json, consents.find(shopperId));
        rows(json, "identities", IDENTITIES, shopperId);
        json.name("profile");
        if (profile.isPresent()) {
            new ProfileJson(json).write(profile.get(), now);
        } else {
            json.value((String) null);
        }
        rows(json, "interactions", INTERACTIONS, shopperId);
        rows(json, "impressions", IMPRESSIONS, shopperId);
        json.endObject();
        out.write('\n');
        out.flush();
    }

    private static void consent(JsonWriter json, Answer answer) throws IOException {
        json.name("consent").beginObject();
        json.name("state").value(answer.consent().name());
        json.name("textVersion").value(answer.textVersion());
        json.name("changedAt").value(time(answer.at()));
        json.endObject();
    }

    private void rows(JsonWriter json, String name, String sql, long shopperId) throws IOException {
        json.name(name).beginArray();
        List<Row> portion;
        Row last = Row.BEFORE_ALL;
        do {
            portion = database.first(PORTION, sql, ShopperExport::read, shopperId, last.at(), last.at(), last.id());
            for (Row row : portion) {
                write(json, row);
                last = row;
            }
        } while (portion.size() == PORTION);
        json.endArray();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> read = new LinkedHashMap<>();
        for (int i = FIRST_COLUMN; i <= columns.getColumnCount(); i++) {
            read.put(columns.getColumnLabel(i), row.getString(i));
        }
        return new Row(row.getLong(1), row.getLong(2), read);
    }

    private static void write(JsonWriter json, Row row) throws IOException {
        json.beginObject();
        for (Map.Entry<String, String> column : row.columns().entrySet()) {
            column(json, column.getKey(), column.getValue());
        }
        json.endObject();
    }

    /** Columns that say nothing are left out. */
    private static void column(JsonWriter json, String label, String value) throws IOException {
        if (value == null || value.isEmpty() || value.equals("0")) {
            return;
        }
        json.name(camelCase(label));
        if (label.equalsIgnoreCase("TYPE_CODE")) {
            json.value(type(value));
        } else if (label.toUpperCase(Locale.ROOT).endsWith("_AT")) {
            json.value(time(Long.parseLong(value)));
        } else {
            json.value(value);
        }
    }

    private static String type(String code) {
        try {
            return InteractionType.ofCode(Integer.parseInt(code)).name();
        } catch (IllegalArgumentException e) {
            return code; // somebody else wrote it; it is stored all the same
        }
    }

    private static String camelCase(String label) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char letter : label.toCharArray()) {
            if (letter == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
                upper = false;
            }
        }
        return name.toString();
    }

    /** @return null for 0, which is no time */
    static String time(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis).toString();
    }

    private static Optional<ShopperProfile> decode(String text) {
        try {
            return Optional.of(ShopSettings.decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
