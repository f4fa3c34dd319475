package org.p13n.sample.data.tables;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The product options of the store; products with the same choice share one option, as they do when an admin makes it.
 */
final class OptionWriter {
    private final PlatformIds ids;
    private final InsertBatch.Rows options;
    private final InsertBatch.Rows values;
    private final InsertBatch.Rows xrefs;
    private final Map<String, Option> known = new HashMap<>();

    /** An option with the ids of its values, in the order in which they are shown. */
    record Option(long id, List<Long> valueIds) {}

    OptionWriter(InsertBatch batch, PlatformIds ids) throws SQLException {
        this.ids = ids;
        this.options = batch.into(
                "BLC_PRODUCT_OPTION",
                "PRODUCT_OPTION_ID",
                "ATTRIBUTE_NAME",
                "LABEL",
                "OPTION_TYPE",
                "DISPLAY_ORDER",
                "REQUIRED",
                "USE_IN_SKU_GENERATION");
        this.values = batch.into(
                "BLC_PRODUCT_OPTION_VALUE",
                "PRODUCT_OPTION_VALUE_ID",
                "ATTRIBUTE_VALUE",
                "DISPLAY_ORDER",
                "PRODUCT_OPTION_ID");
        this.xrefs = batch.into("BLC_PRODUCT_OPTION_XREF", "PRODUCT_OPTION_XREF_ID", "PRODUCT_ID", "PRODUCT_OPTION_ID");
    }

    /** Gives the product these options and returns every combination of their values, as lists of value ids. */
    List<List<Long>> addTo(long productId, Map<String, List<String>> wanted) throws SQLException {
        List<List<Long>> combinations = List.of(List.of());
        int place = 1;
        for (Map.Entry<String, List<String>> entry : wanted.entrySet()) {
            Option option = require(entry.getKey(), entry.getValue(), place++);
            xrefs.add(ids.next(PlatformIds.Table.OPTION_XREF), productId, option.id());
            combinations = extended(combinations, option.valueIds());
        }
        return combinations;
    }

    /** The name by which carts and order lines know an option. */
    static String attributeName(String label) {
        return UrlNames.part(label, "option").replace('-', '_');
    }

    private Option require(String label, List<String> wanted, int place) throws SQLException {
        String key = label + ':' + String.join("|", wanted);
        Option option = known.get(key);
        if (option == null) {
            option = create(label, wanted, place);
            known.put(key, option);
        }
        return option;
    }

    private Option create(String label, List<String> wanted, int place) throws SQLException {
        long id = ids.next(PlatformIds.Table.OPTION);
        options.add(id, attributeName(label), label, type(label), place, true, true);
        List<Long> valueIds = new ArrayList<>();
        for (String value : wanted) {
            long valueId = ids.next(PlatformIds.Table.OPTION_VALUE);
            values.add(valueId, value, (long) valueIds.size() + 1, id);
            valueIds.add(valueId);
        }
        return new Option(id, valueIds);
    }

    private static String type(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "size" -> "SIZE";
            case "color", "colour" -> "COLOR";
            default -> "SELECT";
        };
    }

    private static List<List<Long>> extended(List<List<Long>> combinations, List<Long> valueIds) {
        List<List<Long>> result = new ArrayList<>();
        for (List<Long> combination : combinations) {
            for (Long valueId : valueIds) {
                List<Long> longer = new ArrayList<>(combination);
                longer.add(valueId);
                result.add(longer);
            }
        }
        return result;
    }
}
