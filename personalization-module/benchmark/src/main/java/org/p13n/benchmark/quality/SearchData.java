package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.noggit.ObjectBuilder;
import org.p13n.engine.model.content.ItemText;

/**
 * A shop's products, and what people said about how well each answers a query.
 *
 * @param judgements per query the grades of products by id, 0 = no answer to 3 = just what was meant
 */
record SearchData(List<ItemText> products, Map<String, Map<Long, Integer>> judgements) {
    static final String PRODUCTS = "electronics-search/products.jsonl.gz";
    static final String JUDGEMENTS = "electronics-search/judgements.csv";
    private static final String ATTRIBUTE = "attr_";

    static SearchData read(QualityData data) throws IOException {
        return new SearchData(readProducts(data), readJudgements(data));
    }

    static List<ItemText> readProducts(QualityData data) throws IOException {
        List<ItemText> products = new ArrayList<>();
        for (String line : data.lines(PRODUCTS)) {
            if (!line.isBlank()) {
                products.add(product((Map<?, ?>) ObjectBuilder.fromJSON(line)));
            }
        }
        return products;
    }

    /** Text attributes ({@code attr_t_…}) with their values, numbers and yes or no with their names and values too. */
    private static ItemText product(Map<?, ?> fields) {
        List<String> attributes = new ArrayList<>();
        fields.forEach((key, value) -> {
            if (key.toString().startsWith(ATTRIBUTE) && value != null) {
                attributes.add(key.toString().substring(ATTRIBUTE.length()) + "=" + value);
            }
        });
        return new ItemText(
                Long.parseLong(text(fields, "id")),
                text(fields, "title"),
                text(fields, "name"),
                text(fields, "supplier"),
                text(fields, "short_description"),
                List.of(),
                attributes,
                fields.get("price") instanceof Number price ? price.doubleValue() : 0);
    }

    private static String text(Map<?, ?> fields, String key) {
        Object value = fields.get(key);
        return value == null ? "" : value.toString();
    }

    private static Map<String, Map<Long, Integer>> readJudgements(QualityData data) throws IOException {
        Map<String, Map<Long, Integer>> judgements = new LinkedHashMap<>();
        List<String> lines = data.lines(JUDGEMENTS);
        for (String line : lines.subList(1, lines.size())) {
            int grade = line.lastIndexOf(',');
            int product = line.lastIndexOf(',', grade - 1);
            String query = line.substring(0, product).replace("\"", "");
            judgements
                    .computeIfAbsent(query, any -> new HashMap<>())
                    .put(Long.parseLong(line.substring(product + 1, grade)), (int)
                            Double.parseDouble(line.substring(grade + 1)));
        }
        return judgements;
    }
}
