package org.p13n.engine.event.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.NumberedInteraction;
import org.p13n.engine.event.ShoppingContext;

/**
 * The content of a record: id, type code, shopper, item, category, quantity, order, time, value and impression as
 * numbers of fixed width, then query, text and context, each as its length in bytes (-1 = none) and UTF-8.
 */
final class RecordFormat {
    /** No query of a person is longer, and its column is shorter still. */
    private static final int LONGEST_QUERY = InteractionDetails.LONGEST_TEXT;

    private static final int NUMBERS = 7 * Long.BYTES + 3 * Integer.BYTES;
    private static final int NONE = -1;

    /** The fewest bytes that a content can have. */
    static final int SHORTEST = NUMBERS + 3 * Integer.BYTES;

    /** More than the most bytes that a content can have: three for each character of query and text, and a context. */
    static final int LONGEST = 16 * 1024;

    private RecordFormat() {}

    static byte[] encode(NumberedInteraction one) {
        Interaction interaction = one.interaction();
        InteractionDetails details = interaction.details();
        byte[] query = interaction.query() == null ? null : utf8(cut(interaction.query()));
        byte[] text = utf8(details.text());
        byte[] context = utf8(details.context().encode());
        ByteBuffer content =
                ByteBuffer.allocate(SHORTEST + (query == null ? 0 : query.length) + text.length + context.length);
        content.putLong(one.id());
        content.putInt(interaction.type().code());
        content.putLong(interaction.shopperId());
        content.putLong(interaction.itemId());
        content.putLong(interaction.categoryId());
        content.putInt(interaction.quantity());
        content.putLong(interaction.orderId());
        content.putLong(interaction.at());
        content.putInt(details.value());
        content.putLong(details.impressionId());
        put(content, query);
        put(content, text);
        put(content, context);
        return content.array();
    }

    /** @throws RuntimeException if {@link #encode} has not written it */
    static NumberedInteraction decode(ByteBuffer content) {
        long id = content.getLong();
        InteractionType type = InteractionType.ofCode(content.getInt());
        long shopperId = content.getLong();
        long itemId = content.getLong();
        long categoryId = content.getLong();
        int quantity = content.getInt();
        long orderId = content.getLong();
        long at = content.getLong();
        int value = content.getInt();
        long impressionId = content.getLong();
        String query = text(content);
        String text = text(content);
        ShoppingContext context = ShoppingContext.decode(text(content));
        return new NumberedInteraction(
                id,
                new Interaction(
                        type,
                        shopperId,
                        itemId,
                        categoryId,
                        query,
                        quantity,
                        orderId,
                        at,
                        new InteractionDetails(value, impressionId, text, context)));
    }

    private static void put(ByteBuffer content, byte[] text) {
        content.putInt(text == null ? NONE : text.length);
        if (text != null) {
            content.put(text);
        }
    }

    private static String text(ByteBuffer content) {
        int length = content.getInt();
        if (length == NONE) {
            return null;
        }
        byte[] bytes = new byte[Math.min(length, LONGEST)];
        content.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String cut(String query) {
        return query.length() <= LONGEST_QUERY ? query : query.substring(0, LONGEST_QUERY);
    }
}
