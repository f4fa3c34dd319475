package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.p13n.sample.data.file.CategoryPath;
import org.p13n.sample.data.file.ProductLine;

/** Writes products with their SKUs, options, attributes, picture and places in categories. */
final class ProductWriter implements AutoCloseable {
    private static final int SHORT_DESCRIPTION = 255;
    private static final String COST = "cost";

    private final PlatformIds ids;
    private final UrlNames urls;
    private final CategoryWriter categories;
    private final Inventory inventory;
    private final Instant onSaleSince;
    private final String imageUrl;
    private final InsertBatch batch;
    private final InsertBatch.Rows products;
    private final InsertBatch.Rows skus;
    private final InsertBatch.Rows defaultSkus;
    private final InsertBatch.Rows attributes;
    private final InsertBatch.Rows skuAttributes;
    private final InsertBatch.Rows media;
    private final InsertBatch.Rows skuMedia;
    private final OptionWriter options;
    private final InsertBatch.Rows variants;
    private final InsertBatch.Rows variantValues;

    /** @param imageUrl the URL of the folder from which the store serves product pictures, ending in a slash */
    ProductWriter(
            Connection connection,
            PlatformIds ids,
            UrlNames urls,
            CategoryWriter categories,
            Instant onSaleSince,
            String imageUrl)
            throws SQLException {
        this.ids = ids;
        this.urls = urls;
        this.categories = categories;
        this.inventory = Inventory.of(connection);
        this.onSaleSince = onSaleSince;
        this.imageUrl = imageUrl;
        this.batch = new InsertBatch(connection);
        this.products = batch.into(
                "BLC_PRODUCT",
                "PRODUCT_ID",
                "ARCHIVED",
                "CAN_SELL_WITHOUT_OPTIONS",
                "IS_FEATURED_PRODUCT",
                "MANUFACTURE",
                "URL",
                "DEFAULT_CATEGORY_ID");
        this.skus = batch.into("BLC_SKU", skuColumns());
        this.defaultSkus = batch.statement("UPDATE BLC_PRODUCT SET DEFAULT_SKU_ID = ? WHERE PRODUCT_ID = ?");
        this.attributes = batch.into(
                "BLC_PRODUCT_ATTRIBUTE", "PRODUCT_ATTRIBUTE_ID", "NAME", "VALUE", "SEARCHABLE", "PRODUCT_ID");
        this.skuAttributes = batch.into("BLC_SKU_ATTRIBUTE", "SKU_ATTR_ID", "NAME", "VALUE", "SEARCHABLE", "SKU_ID");
        this.media = batch.into("BLC_MEDIA", "MEDIA_ID", "URL", "TITLE", "ALT_TEXT");
        this.skuMedia = batch.into("BLC_SKU_MEDIA_MAP", "BLC_SKU_SKU_ID", "MEDIA_ID", "MAP_KEY");
        this.options = new OptionWriter(batch, ids);
        this.variants = batch.into("BLC_PRODUCT_SKU_XREF", "PRODUCT_ID", "SKU_ID");
        this.variantValues = batch.into("BLC_SKU_OPTION_VALUE_XREF", "SKU_ID", "PRODUCT_OPTION_VALUE_ID");
    }

    void add(ProductLine line) throws SQLException {
        long productId = ids.next(PlatformIds.Table.PRODUCT);
        long skuId = ids.next(PlatformIds.Table.SKU);
        CategoryWriter.Stored home = categories.require(line.categories().get(0));
        products.add(
                productId,
                line.archived() ? "Y" : "N",
                false,
                false,
                line.brand(),
                urls.below(home.departmentUrl(), line.name(), UrlNames.part(line.id(), "product-" + productId)),
                home.id());
        addDefaultSku(line, productId, skuId);
        addAttributes(line, productId, skuId);
        addPicture(line, skuId);
        addVariants(line, productId);
        for (CategoryPath path : line.categories()) {
            categories.addProduct(categories.require(path).id(), productId);
        }
    }

    void flush() throws SQLException {
        batch.flush();
    }

    @Override
    public void close() throws SQLException {
        batch.close();
    }

    private String[] skuColumns() {
        List<String> columns = new ArrayList<>(List.of(
                "SKU_ID",
                "NAME",
                "DESCRIPTION",
                "LONG_DESCRIPTION",
                "RETAIL_PRICE",
                "SALE_PRICE",
                "ACTIVE_START_DATE",
                "ACTIVE_END_DATE",
                "DISCOUNTABLE_FLAG",
                "TAXABLE_FLAG",
                "IS_MACHINE_SORTABLE",
                "DEFAULT_PRODUCT_ID",
                "INVENTORY_TYPE"));
        if (inventory.counted()) {
            columns.add(Inventory.QUANTITY_COLUMN);
        }
        return columns.toArray(String[]::new);
    }

    private void addDefaultSku(ProductLine line, long productId, long skuId) throws SQLException {
        boolean whole = !line.options().isEmpty();
        addSku(
                line.stock(),
                skuId,
                line.name(),
                Html.shortened(line.description(), SHORT_DESCRIPTION),
                Html.of(line.description()),
                line.price(),
                line.salePrice(),
                line.activeFrom() == null ? onSaleSince : line.activeFrom(),
                line.activeTo(),
                "Y",
                "Y",
                true,
                productId,
                whole ? inventory.typeOfWhole(line.stock()) : inventory.type(line.stock()));
        defaultSkus.add(skuId, productId);
    }

    private void addSku(Integer pieces, Object... values) throws SQLException {
        List<Object> row = new ArrayList<>(Arrays.asList(values));
        if (inventory.counted()) {
            row.add(pieces);
        }
        skus.add(row.toArray());
    }

    private void addAttributes(ProductLine line, long productId, long skuId) throws SQLException {
        addAttribute(ProductLine.EXTERNAL_ID, line.id(), false, productId);
        for (Map.Entry<String, String> attribute : line.attributes().entrySet()) {
            addAttribute(attribute.getKey(), attribute.getValue(), true, productId);
        }
        if (line.cost() != null) {
            long id = ids.next(PlatformIds.Table.SKU_ATTRIBUTE);
            skuAttributes.add(id, COST, line.cost().toPlainString(), false, skuId);
        }
    }

    private void addAttribute(String name, String value, boolean searchable, long productId) throws SQLException {
        attributes.add(ids.next(PlatformIds.Table.PRODUCT_ATTRIBUTE), name, value, searchable, productId);
    }

    private void addPicture(ProductLine line, long skuId) throws SQLException {
        if (line.image() != null) {
            long id = ids.next(PlatformIds.Table.MEDIA);
            media.add(id, imageUrl + line.image(), line.name(), line.name());
            skuMedia.add(skuId, id, "primary");
        }
    }

    private void addVariants(ProductLine line, long productId) throws SQLException {
        if (line.options().isEmpty()) {
            return;
        }
        List<List<Long>> combinations = options.addTo(productId, line.options());
        for (int i = 0; i < combinations.size(); i++) {
            long skuId = ids.next(PlatformIds.Table.SKU);
            Integer pieces = share(line.stock(), combinations.size(), i);
            addSku(
                    pieces,
                    skuId,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "Y",
                    "Y",
                    true,
                    null,
                    inventory.type(pieces));
            variants.add(productId, skuId);
            for (Long valueId : combinations.get(i)) {
                variantValues.add(skuId, valueId);
            }
        }
    }

    /** The pieces of the {@code i}-th of {@code n} variants: all differ by at most one and add up to the stock. */
    private static Integer share(Integer stock, int n, int i) {
        return stock == null ? null : stock / n + (i < stock % n ? 1 : 0);
    }
}
