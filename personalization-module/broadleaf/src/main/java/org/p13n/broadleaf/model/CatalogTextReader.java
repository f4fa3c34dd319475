package org.p13n.broadleaf.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.engine.model.content.CatalogTexts;
import org.p13n.engine.model.content.ItemText;
import org.p13n.engine.profile.ItemFacts;

/** Reads what the shop has written about its products, for the training of likeness. */
final class CatalogTextReader {
    /** More of a description says nothing new and only costs memory. */
    private static final int LONGEST_DESCRIPTION = 4_000;

    private final PlatformDatabase database;
    private final CatalogFacts catalog;

    CatalogTextReader(PlatformDatabase database, CatalogFacts catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    CatalogTexts texts() {
        return new CatalogTexts(this::read, LuceneTextLikeness.english());
    }

    /** Every product that can be sold. */
    List<ItemText> read() {
        Map<Long, String> descriptions = new HashMap<>();
        Map<Long, Double> prices = new HashMap<>();
        database.jdbc()
                .query(
                        "SELECT p.PRODUCT_ID, s.DESCRIPTION, s.LONG_DESCRIPTION, s.RETAIL_PRICE, s.SALE_PRICE"
                                + " FROM BLC_PRODUCT p JOIN BLC_SKU s ON s.SKU_ID = p.DEFAULT_SKU_ID",
                        row -> {
                            long id = row.getLong("PRODUCT_ID");
                            double sale = row.getDouble("SALE_PRICE");
                            prices.put(id, sale > 0 ? sale : row.getDouble("RETAIL_PRICE"));
                            descriptions.put(
                                    id, description(row.getString("DESCRIPTION"), row.getString("LONG_DESCRIPTION")));
                        });
        return Arrays.stream(catalog.itemIds())
                .mapToObj(catalog::facts)
                .filter(Objects::nonNull)
                .map(facts -> text(facts, descriptions, prices))
                .toList();
    }

    private static ItemText text(ItemFacts facts, Map<Long, String> descriptions, Map<Long, Double> prices) {
        return new ItemText(
                facts.itemId(),
                facts.name(),
                null,
                facts.brand(),
                descriptions.get(facts.itemId()),
                Arrays.stream(facts.categoryIds()).mapToObj(Long::toString).toList(),
                facts.attributes(),
                prices.getOrDefault(facts.itemId(), 0.0));
    }

    /** The brief one and then the full one, without markup. */
    private static String description(String brief, String full) {
        String both = (brief == null ? "" : brief) + " " + (full == null ? "" : full);
        String plain = both.replaceAll("<[^>]{0,1000}>", " ");
        return plain.length() <= LONGEST_DESCRIPTION ? plain : plain.substring(0, LONGEST_DESCRIPTION);
    }
}
