package org.p13n.sample.data.file;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.p13n.engine.event.InteractionType;

/**
 * One row of {@code interactions.csv}: one thing that a shopper did in the shop besides ordering.
 *
 * @param productId the product viewed or put in or out of the cart, or null
 * @param category the category viewed, or null
 * @param query the words searched for, or null
 * @param quantity pieces put in or out of the cart, else 0
 * @param consent the version of the text by which the shopper agreed to be remembered; null if he did not
 */
public record BrowsingLine(
        Instant at,
        String shopperId,
        InteractionType type,
        String productId,
        CategoryPath category,
        String query,
        int quantity,
        String consent) {

    private static final int MOST_PIECES = 100_000;
    private static final int CONSENT_LENGTH = 50;

    public static final FileFormat<BrowsingLine> FORMAT = new FileFormat<>(
            "interactions.csv",
            List.of("at", "shopper_id", "type"),
            List.of("product_id", "category", "query", "quantity", "consent"),
            null,
            BrowsingLine::of);

    private static BrowsingLine of(CsvRow row) throws RejectedRowException {
        Instant at = row.time("at");
        String shopper = row.text("shopper_id", Lengths.IDENTIFIER);
        InteractionType type = type(row);
        String consent = row.optionalText("consent", CONSENT_LENGTH);
        return switch (type) {
            case CATEGORY_VIEW -> new BrowsingLine(at, shopper, type, null, category(row), null, 0, consent);
            case SEARCH ->
                new BrowsingLine(at, shopper, type, null, null, row.text("query", Lengths.COLUMN), 0, consent);
            case CART_ADD, CART_REMOVE ->
                new BrowsingLine(at, shopper, type, product(row), null, null, pieces(row), consent);
            default -> new BrowsingLine(at, shopper, type, product(row), null, null, 0, consent);
        };
    }

    private static InteractionType type(CsvRow row) throws RejectedRowException {
        return switch (row.raw("type").toLowerCase(Locale.ROOT)) {
            case "view" -> InteractionType.PRODUCT_VIEW;
            case "category_view" -> InteractionType.CATEGORY_VIEW;
            case "search" -> InteractionType.SEARCH;
            case "add_to_cart" -> InteractionType.CART_ADD;
            case "remove_from_cart" -> InteractionType.CART_REMOVE;
            default ->
                throw new RejectedRowException(
                        "type",
                        "must be view, category_view, search, add_to_cart or remove_from_cart",
                        row.raw("type"),
                        "Use one of them; purchases belong into orders.csv.");
        };
    }

    private static String product(CsvRow row) throws RejectedRowException {
        return row.text("product_id", Lengths.IDENTIFIER);
    }

    private static CategoryPath category(CsvRow row) throws RejectedRowException {
        return CategoryPath.of("category", row.text("category", Lengths.CELL));
    }

    private static int pieces(CsvRow row) throws RejectedRowException {
        Integer pieces = row.optionalWhole("quantity", 1, MOST_PIECES);
        return pieces == null ? 1 : pieces;
    }
}
