package org.p13n.sample.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductLineTest {
    private static final String HEADER = "id,name,category,brand,price,sale_price,cost,stock,description,attributes,"
            + "options,image,active_from,active_to,archived";

    @TempDir
    private Path folder;

    @Test
    void readsEveryColumn() {
        ProductLine line = only("p1,Shirt,Fashion > Men | Sale,Plainfold,20.00,15.50,8,7,\"Soft, light.\","
                + "colour=navy;fit=slim,Size:S|M;Colour:Navy,p1.svg,2026-01-02,2026-12-31T10:00:00+02:00,no");

        assertThat(line.id()).isEqualTo("p1");
        assertThat(line.categories()).extracting(CategoryPath::toString).containsExactly("Fashion > Men", "Sale");
        assertThat(line.sellingPrice()).isEqualByComparingTo("15.50");
        assertThat(line.cost()).isEqualByComparingTo("8");
        assertThat(line.stock()).isEqualTo(7);
        assertThat(line.description()).isEqualTo("Soft, light.");
        assertThat(line.attributes()).isEqualTo(Map.of("colour", "navy", "fit", "slim"));
        assertThat(line.options()).isEqualTo(Map.of("Size", List.of("S", "M"), "Colour", List.of("Navy")));
        assertThat(line.variants()).isEqualTo(2);
        assertThat(line.image()).isEqualTo("p1.svg");
        assertThat(line.activeFrom()).hasToString("2026-01-02T00:00:00Z");
        assertThat(line.activeTo()).hasToString("2026-12-31T08:00:00Z");
        assertThat(line.archived()).isFalse();
    }

    @Test
    void needsOnlyTheRequiredColumns() {
        ProductLine line = Lines.of(ProductLine.FORMAT, folder, "price,CATEGORY,name,id", "3,Toys,Ball,p1")
                .only();

        assertThat(line.stock()).isNull();
        assertThat(line.sellingPrice()).isEqualByComparingTo("3");
        assertThat(line.variants()).isOne();
    }

    @Nested
    class Rejects {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                nullValues = "-",
                value = {
                    "id;must not be empty;,Shirt,Fashion,,1,,,,,,,,,,",
                    "name;must not be empty;p1,,Fashion,,1,,,,,,,,,,",
                    "category;must not be empty;p1,Shirt,,,1,,,,,,,,,,",
                    "category;each level;p1,Shirt,Fashion > > Men,,1,,,,,,,,,,",
                    "category;at most 6 levels;p1,Shirt,a>b>c>d>e>f>g,,1,,,,,,,,,,",
                    "price;must not be empty;p1,Shirt,Fashion,,,,,,,,,,,,",
                    "price;must not be negative;p1,Shirt,Fashion,,-1,,,,,,,,,,",
                    "price;plain number;p1,Shirt,Fashion,,1e3,,,,,,,,,,",
                    "price;plain number;p1,Shirt,Fashion,,\"1,50\",,,,,,,,,,",
                    "price;plain number;p1,Shirt,Fashion,,1.2.3,,,,,,,,,,",
                    "price;at most 1000000000;p1,Shirt,Fashion,,1000000000.01,,,,,,,,,,",
                    "price;at most 5 decimals;p1,Shirt,Fashion,,1.000001,,,,,,,,,,",
                    "sale_price;above the price;p1,Shirt,Fashion,,1,2,,,,,,,,,",
                    "cost;must not be negative;p1,Shirt,Fashion,,1,,-2,,,,,,,,",
                    "stock;whole number;p1,Shirt,Fashion,,1,,,-1,,,,,,,",
                    "stock;whole number;p1,Shirt,Fashion,,1,,,1.5,,,,,,,",
                    "attributes;list of name=value;p1,Shirt,Fashion,,1,,,,,navy,,,,,",
                    "attributes;store's own;p1,Shirt,Fashion,,1,,,,,external_id=9,,,,,",
                    "options;distinct;p1,Shirt,Fashion,,1,,,,,,Size:S|S,,,,",
                    "image;plain file name;p1,Shirt,Fashion,,1,,,,,,,../secret,,,",
                    "active_from;ISO 8601;p1,Shirt,Fashion,,1,,,,,,,,01/02/2026,,",
                    "active_from;between 1900 and 2200;p1,Shirt,Fashion,,1,,,,,,,,1850-01-02,,",
                    "active_to;after active_from;p1,Shirt,Fashion,,1,,,,,,,,2026-02-01,2026-01-01,",
                    "archived;true or false;p1,Shirt,Fashion,,1,,,,,,,,,,perhaps",
                    "(all);as many values;p1,Shirt,Fashion,,1",
                })
        void whatBreaksARule(String column, String rule, String row) {
            Lines<ProductLine> lines =
                    Lines.of(ProductLine.FORMAT, folder, HEADER, row, "ok,Shirt,Fashion,,1,,,,,,,,,,");

            assertThat(lines.good()).extracting(ProductLine::id).containsExactly("ok");
            assertThat(lines.rejected()).hasSize(2);
            assertThat(lines.rejected().get(1)).startsWith("2," + column + ",").contains(rule);
        }

        @Test
        void moreVariantsThanAnyoneCanChooseFrom() {
            String values = "1|2|3|4|5|6|7|8|9|10|11|12|13|14|15";
            Lines<ProductLine> lines = Lines.of(
                    ProductLine.FORMAT,
                    folder,
                    HEADER,
                    "p1,Shirt,Fashion,,1,,,,,,A:" + values + ";B:" + values + ",,,,");

            assertThat(lines.good()).isEmpty();
            assertThat(lines.rejected().get(1)).contains("at most 200 variants").contains("225");
        }

        @Test
        void valuesThatDoNotFitTheirColumn() {
            Lines<ProductLine> lines =
                    Lines.of(ProductLine.FORMAT, folder, HEADER, "p1," + "x".repeat(256) + ",Fashion,,1,,,,,,,,,,");

            assertThat(lines.rejected().get(1))
                    .contains("at most 255 characters")
                    .contains("it has 256");
        }

        @Test
        void controlCharacters() {
            Lines<ProductLine> lines =
                    Lines.of(ProductLine.FORMAT, folder, HEADER, "p1,Sh\u0000irt,Fashion,,1,,,,,,,,,,");

            assertThat(lines.rejected().get(1)).contains("control characters");
        }
    }

    private ProductLine only(String row) {
        return Lines.of(ProductLine.FORMAT, folder, HEADER, row).only();
    }
}
