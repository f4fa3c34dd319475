package org.p13n.broadleaf.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.p13n.broadleaf.event.PlatformDatabase;

/**
 * What products are like, as far as the catalog declares it as meaningful: the attributes that the shop lists in {@code
 * personalization.profile.attributes}, or else those that shoppers can search or filter by, and the values of product
 * options. Read once per reading of the catalog.
 */
final class CatalogAttributes {
    /*
     * An attribute that tells nearly every product from every other (a serial number) says nothing about taste, even if
     * it can be searched for: it is left out unless the shop lists it. A product has each of its options' values, and
     * each of those that an attribute lists, separated by commas, semicolons or bars.
     */
    private static final String FIELD_PREFIX = "productAttributes.";
    private static final int LONGEST_VALUE = 40;
    private static final int FEW_VALUES = 20;
    private static final int PRODUCTS_PER_VALUE = 2;

    private final Set<String> listed = new HashSet<>();
    private final Set<String> fields = new HashSet<>();
    private final Map<String, Attribute> byName = new HashMap<>();

    /** All values of one name, each with the products that have it. */
    private static final class Attribute {
        private final Map<String, List<Long>> products = new HashMap<>();
        private int entries;

        void add(String value, long productId) {
            products.computeIfAbsent(value, key -> new ArrayList<>()).add(productId);
            entries++;
        }

        boolean tellsProductsApart() {
            return products.size() > Math.max(FEW_VALUES, entries / PRODUCTS_PER_VALUE);
        }
    }

    private CatalogAttributes(Set<String> names) {
        names.forEach(name -> listed.add(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * By product, each as {@code name=value}.
     *
     * @param listed the names that count, in any case; empty = those that can be searched or chosen
     */
    static Map<Long, Set<String>> read(PlatformDatabase database, Set<String> listed) {
        CatalogAttributes attributes = new CatalogAttributes(listed);
        attributes.readFields(database);
        attributes.readAttributes(database);
        attributes.readOptions(database);
        return attributes.byProduct();
    }

    private void readFields(PlatformDatabase database) {
        database.jdbc().query("SELECT PROPERTY_NAME FROM BLC_FIELD", row -> {
            String property = row.getString(1);
            if (property != null && property.startsWith(FIELD_PREFIX)) {
                fields.add(property.substring(FIELD_PREFIX.length()).toLowerCase(Locale.ROOT));
            }
        });
    }

    /** Selects all columns, because some databases do not let one be named VALUE. */
    private void readAttributes(PlatformDatabase database) {
        database.jdbc().query("SELECT * FROM BLC_PRODUCT_ATTRIBUTE", row -> {
            String name = row.getString("NAME");
            if (name != null && isMeaningful(name, row.getBoolean("SEARCHABLE"))) {
                add(name, row.getString("VALUE"), row.getLong("PRODUCT_ID"));
            }
        });
    }

    private void readOptions(PlatformDatabase database) {
        database.jdbc()
                .query(
                        "SELECT x.PRODUCT_ID, o.ATTRIBUTE_NAME, v.ATTRIBUTE_VALUE"
                                + " FROM BLC_PRODUCT_OPTION_XREF x"
                                + " JOIN BLC_PRODUCT_OPTION o ON o.PRODUCT_OPTION_ID = x.PRODUCT_OPTION_ID"
                                + " JOIN BLC_PRODUCT_OPTION_VALUE v ON v.PRODUCT_OPTION_ID = o.PRODUCT_OPTION_ID",
                        row -> {
                            String name = row.getString("ATTRIBUTE_NAME");
                            if (name != null && isMeaningful(name, true)) {
                                add(name, row.getString("ATTRIBUTE_VALUE"), row.getLong("PRODUCT_ID"));
                            }
                        });
    }

    private boolean isMeaningful(String name, boolean searchable) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return listed.isEmpty() ? searchable || fields.contains(lowerCase) : listed.contains(lowerCase);
    }

    private void add(String name, String value, long productId) {
        for (String one : value == null ? new String[0] : value.split("[,;|]")) {
            if (!one.isBlank() && one.length() <= LONGEST_VALUE) {
                byName.computeIfAbsent(name, key -> new Attribute()).add(one.strip(), productId);
            }
        }
    }

    private Map<Long, Set<String>> byProduct() {
        Map<Long, Set<String>> byProduct = new HashMap<>();
        byName.forEach((name, attribute) -> {
            if (!listed.isEmpty() || !attribute.tellsProductsApart()) {
                attribute.products.forEach((value, products) -> {
                    String label = name + "=" + value;
                    products.forEach(id -> byProduct
                            .computeIfAbsent(id, key -> new TreeSet<>())
                            .add(label));
                });
            }
        });
        return byProduct;
    }
}
