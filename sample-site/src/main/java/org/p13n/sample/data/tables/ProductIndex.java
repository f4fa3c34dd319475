package org.p13n.sample.data.tables;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.p13n.sample.data.file.CategoryPath;
import org.p13n.sample.data.file.CsvRow;
import org.p13n.sample.data.file.ProductLine;
import org.p13n.sample.data.file.RejectedRowException;

/** The store's products and categories as order and browsing lines name them: by the retailer's ids and paths. */
final class ProductIndex {
    private final Map<String, Stored> byExternalId = new HashMap<>();
    private final Map<String, Long> categoryIds = new HashMap<>();

    /** A product with what an order line needs to know of it. */
    record Stored(long id, Long categoryId, String name, BigDecimal price, long defaultSkuId, List<Variant> variants) {}

    /** A SKU of a product with options, and the option values that make it, by the option's attribute name. */
    record Variant(long skuId, Map<String, String> values) {}

    ProductIndex(Connection connection, Long rootCategoryId) throws SQLException {
        Map<Long, Map<Long, Map<String, String>>> variants = readVariants(connection);
        String sql = "SELECT A.VALUE, P.PRODUCT_ID, P.DEFAULT_CATEGORY_ID, S.NAME, S.RETAIL_PRICE, S.SALE_PRICE,"
                + " S.SKU_ID FROM BLC_PRODUCT_ATTRIBUTE A JOIN BLC_PRODUCT P ON P.PRODUCT_ID = A.PRODUCT_ID"
                + " JOIN BLC_SKU S ON S.SKU_ID = P.DEFAULT_SKU_ID WHERE A.NAME = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, ProductLine.EXTERNAL_ID);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    byExternalId.put(row.getString(1), stored(row, variants));
                }
            }
        }
        CategoryTree.read(connection, rootCategoryId).forEach(node -> categoryIds.put(node.pathKey(), node.id()));
    }

    Stored require(String column, String externalId) throws RejectedRowException {
        Stored product = byExternalId.get(externalId);
        CsvRow.require(
                product != null,
                column,
                "must be the id of a product in the store",
                externalId,
                "Add the product to products.csv or leave the row out.");
        return product;
    }

    long requireCategory(String column, CategoryPath path) throws RejectedRowException {
        Long id = categoryIds.get(path.key());
        CsvRow.require(
                id != null,
                column,
                "must be the path of a category in the store",
                path.toString(),
                "Write it as in products.csv, or leave the row out.");
        return id;
    }

    private static Stored stored(ResultSet row, Map<Long, Map<Long, Map<String, String>>> variants)
            throws SQLException {
        long productId = row.getLong(2);
        long category = row.getLong(3);
        Long categoryId = row.wasNull() ? null : Long.valueOf(category);
        BigDecimal sale = row.getBigDecimal(6);
        List<Variant> own = new ArrayList<>();
        variants.getOrDefault(productId, Map.of()).forEach((skuId, values) -> own.add(new Variant(skuId, values)));
        BigDecimal price = sale == null ? row.getBigDecimal(5) : sale;
        return new Stored(productId, categoryId, row.getString(4), price, row.getLong(7), List.copyOf(own));
    }

    private static Map<Long, Map<Long, Map<String, String>>> readVariants(Connection connection) throws SQLException {
        Map<Long, Map<Long, Map<String, String>>> byProduct = new HashMap<>();
        String sql = "SELECT X.PRODUCT_ID, X.SKU_ID, O.ATTRIBUTE_NAME, V.ATTRIBUTE_VALUE FROM BLC_PRODUCT_SKU_XREF X"
                + " JOIN BLC_SKU_OPTION_VALUE_XREF S ON S.SKU_ID = X.SKU_ID"
                + " JOIN BLC_PRODUCT_OPTION_VALUE V ON V.PRODUCT_OPTION_VALUE_ID = S.PRODUCT_OPTION_VALUE_ID"
                + " JOIN BLC_PRODUCT_OPTION O ON O.PRODUCT_OPTION_ID = V.PRODUCT_OPTION_ID"
                + " ORDER BY X.SKU_ID, O.DISPLAY_ORDER, O.PRODUCT_OPTION_ID";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                byProduct
                        .computeIfAbsent(row.getLong(1), id -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getLong(2), id -> new LinkedHashMap<>())
                        .put(row.getString(3), row.getString(4));
            }
        }
        return byProduct;
    }
}
