package org.p13n.sample.data.file;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One row of {@code products.csv}.
 *
 * @param categories where the product stands, its own category first; never empty
 * @param salePrice the reduced price, or null
 * @param cost what the retailer pays, or null
 * @param stock pieces in stock over all options, or null when it can always be had
 * @param options the values a shopper chooses from, by option; empty when there is nothing to choose
 * @param image the picture's file name, or null
 * @param activeFrom when it goes on sale, or null when it has been for long
 * @param activeTo when it leaves the sale, or null
 */
public record ProductLine(
        String id,
        String name,
        List<CategoryPath> categories,
        String brand,
        BigDecimal price,
        BigDecimal salePrice,
        BigDecimal cost,
        Integer stock,
        String description,
        Map<String, String> attributes,
        Map<String, List<String>> options,
        String image,
        Instant activeFrom,
        Instant activeTo,
        boolean archived) {

    /** The product attribute that keeps the retailer's own product id. */
    public static final String EXTERNAL_ID = "external_id";

    private static final int MOST_STOCK = 10_000_000;
    private static final int MOST_VARIANTS = 200;
    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,150}");

    public static final FileFormat<ProductLine> FORMAT = new FileFormat<>(
            "products.csv",
            List.of("id", "name", "category", "price"),
            List.of(
                    "brand",
                    "sale_price",
                    "cost",
                    "stock",
                    "description",
                    "attributes",
                    "options",
                    "image",
                    "active_from",
                    "active_to",
                    "archived"),
            null,
            ProductLine::of);

    /** What a shopper pays. */
    public BigDecimal sellingPrice() {
        return salePrice == null ? price : salePrice;
    }

    /** How many distinct choices the options make; 1 when there is nothing to choose. */
    public int variants() {
        return options.values().stream().mapToInt(List::size).reduce(1, (a, b) -> a * b);
    }

    private static ProductLine of(CsvRow row) throws RejectedRowException {
        BigDecimal price = row.money("price");
        return new ProductLine(
                row.text("id", Lengths.IDENTIFIER),
                row.text("name", Lengths.COLUMN),
                CategoryPath.severalOf("category", row.text("category", Lengths.CELL)),
                row.optionalText("brand", Lengths.IDENTIFIER),
                price,
                salePrice(row, price),
                row.optionalMoney("cost"),
                row.optionalWhole("stock", 0, MOST_STOCK),
                row.optionalText("description", Lengths.TEXT),
                Pairs.of(row, "attributes", '=', Set.of(EXTERNAL_ID)),
                options(row),
                image(row),
                row.optionalTime("active_from"),
                activeTo(row),
                row.yes("archived"));
    }

    private static BigDecimal salePrice(CsvRow row, BigDecimal price) throws RejectedRowException {
        BigDecimal salePrice = row.optionalMoney("sale_price");
        CsvRow.require(
                salePrice == null || salePrice.compareTo(price) <= 0,
                "sale_price",
                "must not be above the price",
                row.raw("sale_price"),
                "Swap the two or leave it empty.");
        return salePrice;
    }

    private static Instant activeTo(CsvRow row) throws RejectedRowException {
        Instant from = row.optionalTime("active_from");
        Instant to = row.optionalTime("active_to");
        CsvRow.require(
                from == null || to == null || from.isBefore(to),
                "active_to",
                "must be after active_from",
                row.raw("active_to"),
                "Correct one of the two.");
        return to;
    }

    private static String image(CsvRow row) throws RejectedRowException {
        String image = row.raw("image");
        CsvRow.require(
                image.isEmpty() || FILE_NAME.matcher(image).matches(),
                "image",
                "must be a plain file name (letters, digits, dot, dash, underscore)",
                image,
                "Put the picture into the images folder and name it here.");
        return image.isEmpty() ? null : image;
    }

    private static Map<String, List<String>> options(CsvRow row) throws RejectedRowException {
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (Map.Entry<String, String> option :
                Pairs.of(row, "options", ':', Set.of()).entrySet()) {
            List<String> values = new ArrayList<>();
            for (String value : option.getValue().split("\\|", -1)) {
                CsvRow.require(
                        !value.isBlank() && !values.contains(value.strip()),
                        "options",
                        "the values of an option must be distinct and not empty",
                        option.getValue(),
                        "Write it like Size:S|M|L.");
                values.add(value.strip());
            }
            options.put(option.getKey(), values);
        }
        long variants = options.values().stream().mapToLong(List::size).reduce(1, (a, b) -> Math.min(a * b, 1_000_000));
        CsvRow.require(
                variants <= MOST_VARIANTS,
                "options",
                "all options together must make at most " + MOST_VARIANTS + " variants",
                String.valueOf(variants),
                "Split the product.");
        return options;
    }
}
