package org.p13n.broadleaf.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.regex.Pattern;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShoppingContext;

/** How an interaction becomes a row of {@code P13N_INTERACTION}, and a row an interaction. */
final class InteractionColumns {
    private static final int TERM_LENGTH = 255;
    private static final Pattern UNSTORABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    static final String NAMES =
            "INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID, SEARCH_TERM, QUANTITY, ORDER_ID, OCCURRED_AT,"
                    + " DETAIL_VALUE, IMPRESSION_ID, DETAIL_TEXT, SHOPPING_CONTEXT";
    static final String INSERT =
            "INSERT INTO P13N_INTERACTION (" + NAMES + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** Without them, Spring asks PostgreSQL for the type of every null: a round trip each. */
    static final int[] TYPES = {
        Types.BIGINT,
        Types.INTEGER,
        Types.BIGINT,
        Types.BIGINT,
        Types.BIGINT,
        Types.VARCHAR,
        Types.INTEGER,
        Types.BIGINT,
        Types.BIGINT,
        Types.INTEGER,
        Types.BIGINT,
        Types.VARCHAR,
        Types.VARCHAR
    };

    private InteractionColumns() {}

    static Object[] values(long id, Interaction interaction) {
        return new Object[] {
            id,
            interaction.type().code(),
            interaction.shopperId(),
            interaction.itemId(),
            interaction.categoryId(),
            storable(interaction.query(), TERM_LENGTH),
            interaction.quantity(),
            interaction.orderId(),
            interaction.at(),
            interaction.details().value(),
            interaction.details().impressionId(),
            orNull(storable(interaction.details().text(), InteractionDetails.LONGEST_TEXT)),
            orNull(interaction.details().context().encode())
        };
    }

    static Interaction interaction(ResultSet row) throws SQLException {
        return new Interaction(
                InteractionType.ofCode(row.getInt("TYPE_CODE")),
                row.getLong("SHOPPER_ID"),
                row.getLong("PRODUCT_ID"),
                row.getLong("CATEGORY_ID"),
                row.getString("SEARCH_TERM"),
                row.getInt("QUANTITY"),
                row.getLong("ORDER_ID"),
                row.getLong("OCCURRED_AT"),
                new InteractionDetails(
                        row.getInt("DETAIL_VALUE"),
                        row.getLong("IMPRESSION_ID"),
                        row.getString("DETAIL_TEXT"),
                        ShoppingContext.decode(row.getString("SHOPPING_CONTEXT"))));
    }

    /** Cut to the column, and without what a database refuses to store: PostgreSQL knows no U+0000, for example. */
    private static String storable(String text, int longest) {
        if (text == null) {
            return null;
        }
        String clean = UNSTORABLE.matcher(text).replaceAll(" ");
        return clean.length() <= longest ? clean : withoutHalfCharacter(clean.substring(0, longest));
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String withoutHalfCharacter(String cut) {
        return Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut.substring(0, cut.length() - 1) : cut;
    }
}
