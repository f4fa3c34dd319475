package org.p13n.sample.web.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductAttribute;
import org.springframework.web.util.HtmlUtils;

/**
 * A product as its own page shows it.
 *
 * @param lastPieces how many are left when that is few, else null
 */
record ProductDetail(
        ProductCard card,
        List<String> pictures,
        List<String> description,
        List<Fact> facts,
        OptionChoice.All choices,
        Integer lastPieces) {

    /** From so many pieces on the page says how many are left. */
    private static final int FEW = 5;

    /** What the shop keeps for itself. */
    private static final Set<String> INTERNAL = Set.of("external_id", "accessory_of", "reorder_days", "tier", "cost");

    private static final Pattern PARAGRAPH_END = Pattern.compile("(?i)</p>|<br\\s*/?>|\\R\\s*\\R");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** One line of the table of facts. */
    record Fact(String label, String value) {}

    static ProductDetail of(Product product, Shelf shelf) {
        Integer left = shelf.left(product);
        return new ProductDetail(
                shelf.card(product),
                shelf.pictures(product),
                paragraphs(product.getLongDescription()),
                facts(product),
                OptionChoice.of(product, shelf),
                left != null && left > 0 && left <= FEW ? left : null);
    }

    private static List<Fact> facts(Product product) {
        return product.getProductAttributes().values().stream()
                .filter(attribute -> !INTERNAL.contains(attribute.getName()) && attribute.getValue() != null)
                .map(ProductDetail::fact)
                .sorted(Comparator.comparing(Fact::label))
                .toList();
    }

    private static Fact fact(ProductAttribute attribute) {
        String label = attribute.getName().replace('_', ' ');
        return new Fact(capitalised(label), capitalised(attribute.getValue().replaceAll(",\\s*", ", ")));
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The paragraphs of a description that is stored as HTML, as plain text. */
    static List<String> paragraphs(String html) {
        if (html == null) {
            return List.of();
        }
        return PARAGRAPH_END
                .splitAsStream(html)
                .map(part ->
                        HtmlUtils.htmlUnescape(TAG.matcher(part).replaceAll("")).strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
