package org.p13n.sample.web.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductOption;
import org.broadleafcommerce.core.catalog.domain.ProductOptionValue;
import org.broadleafcommerce.core.catalog.domain.Sku;

/**
 * What the shopper chooses before a product can be added to the cart, such as its size.
 *
 * @param name the option's attribute name, under which the form sends the choice
 */
record OptionChoice(String name, String label, List<Value> values) {

    /**
     * One value.
     *
     * @param gone whether it is sold out in every combination
     */
    record Value(String text, boolean gone) {}

    /** The options of a product, and the combinations of their values that are in stock. */
    record All(List<OptionChoice> options, List<List<String>> inStock) {

        /**
         * The combinations as the page's script reads them: values parted by a vertical line, combinations by a line
         * feed, in the order of the options.
         */
        public String script() {
            return inStock.stream().map(values -> String.join("|", values)).collect(Collectors.joining("\n"));
        }

        /** What is sold out although each of its values is in stock elsewhere, for shoppers without script. */
        public String soldOut() {
            List<List<String>> all = List.of(List.of());
            for (OptionChoice option : options) {
                all = crossed(all, option);
            }
            return all.stream()
                    .filter(values -> !inStock.contains(values))
                    .map(values -> String.join(" / ", values))
                    .collect(Collectors.joining(", "));
        }

        private static List<List<String>> crossed(List<List<String>> before, OptionChoice option) {
            List<List<String>> after = new ArrayList<>();
            for (List<String> values : before) {
                for (Value value : option.values()) {
                    if (!value.gone()) {
                        List<String> longer = new ArrayList<>(values);
                        longer.add(value.text());
                        after.add(longer);
                    }
                }
            }
            return after;
        }
    }

    static All of(Product product, Shelf shelf) {
        List<ProductOption> options = product.getProductOptions();
        List<List<String>> inStock = new ArrayList<>();
        for (Sku variant : product.getAdditionalSkus()) {
            if (shelf.isAvailable(variant)) {
                inStock.add(values(variant, options));
            }
        }
        boolean counted = !product.getAdditionalSkus().isEmpty();
        List<OptionChoice> choices = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            int place = i;
            Set<String> left = inStock.stream().map(values -> values.get(place)).collect(Collectors.toSet());
            choices.add(of(options.get(i), value -> counted && !left.contains(value)));
        }
        return new All(choices, inStock);
    }

    private static OptionChoice of(ProductOption option, Predicate<String> gone) {
        List<Value> values = option.getAllowedValues().stream()
                .map(ProductOptionValue::getAttributeValue)
                .map(text -> new Value(text, gone.test(text)))
                .toList();
        return new OptionChoice(option.getAttributeName(), option.getLabel(), values);
    }

    private static List<String> values(Sku variant, List<ProductOption> options) {
        Map<Long, String> byOption = new LinkedHashMap<>();
        for (ProductOptionValue value : variant.getProductOptionValues()) {
            byOption.put(value.getProductOption().getId(), value.getAttributeValue());
        }
        return options.stream()
                .map(option -> byOption.getOrDefault(option.getId(), ""))
                .toList();
    }
}
