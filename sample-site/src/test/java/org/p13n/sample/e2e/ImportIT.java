package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store on a retailer's own files, some of which are broken. */
final class ImportIT {

    private static final String PRODUCTS = """
            id,name,category,brand,price,stock,description
            A1,Blue Kettle,Kitchen > Kettles,Acme,39.90,12,Boils.
            A2,Red Kettle,Kitchen > Kettles,Acme,41.50,12,Boils too.
            A1,Another Kettle,Kitchen > Kettles,Acme,10,1,The id is taken.
            A3,Cheap Kettle,Kitchen > Kettles,Acme,-5,1,The price is below zero.
            A4,"Teacup, white",Kitchen > Cups,Bolt,7,99,Holds tea.
            """;
    private static final String ORDERS = """
            order_id,ordered_at,product_id,quantity,customer_id
            1001,2024-03-01T10:00:00Z,A1,1,c1
            1001,2024-03-01T10:00:00Z,A4,6,c1
            1002,2024-03-02T10:00:00Z,A1,1,c2
            1002,2024-03-02T10:00:00Z,A4,2,c2
            1003,2024-03-03T10:00:00Z,A9,1,c3
            """;
    private static final String CATEGORIES_WITHOUT_PATH = "description\nAll for the kitchen\n";
    private static final String INTERACTIONS = "at,shopper_id,type,product_id\n2024-03-01,Müller,view,A1\n";

    private final StoreCommand command = StoreCommand.fresh("import");
    private final Path files = StoreCommand.folder("import/files");

    private StoreProcess start() {
        return StoreProcess.start(StoreCommand.on("import").with("import", files.toString()));
    }

    @Test
    void loadsWhatIsGoodSaysWhatIsBadAndLoadsNothingTwice() throws IOException {
        Files.writeString(files.resolve("products.csv"), PRODUCTS);
        Files.writeString(files.resolve("orders.csv"), ORDERS);
        Files.writeString(files.resolve("categories.csv"), CATEGORIES_WITHOUT_PATH);
        Files.writeString(files.resolve("interactions.csv"), INTERACTIONS, StandardCharsets.ISO_8859_1);

        try (StoreProcess store = start()) {
            showsWhatIsGood(new Shopper(store));
            saysWhatIsBad(store);
        }
        Map<String, Long> once = StoppedDatabase.counts(command);
        assertThat(once).containsEntry("BLC_PRODUCT", 3L).containsEntry("BLC_ORDER", 3L);

        Files.writeString(
                files.resolve("products.csv"), PRODUCTS + "A5,Green Kettle,Kitchen > Kettles,Acme,43,1,New.\n");
        try (StoreProcess store = start()) {
            assertThat(new Shopper(store).search("kettle").names())
                    .containsExactlyInAnyOrder("Blue Kettle", "Red Kettle", "Green Kettle");
        }
        Map<String, Long> twice = StoppedDatabase.counts(command);
        assertThat(twice).containsEntry("BLC_PRODUCT", 4L).containsEntry("BLC_ORDER", 3L);
        assertThat(twice.get("BLC_ORDER_ITEM")).isEqualTo(once.get("BLC_ORDER_ITEM"));
        assertThat(twice.get("BLC_CATEGORY")).isEqualTo(once.get("BLC_CATEGORY"));
    }

    private static void showsWhatIsGood(Shopper shopper) {
        assertThat(shopper.visit("/kitchen").listing().names())
                .containsExactlyInAnyOrder("Blue Kettle", "Red Kettle", "Teacup, white");
        Listing found = shopper.search("blue kettle");
        assertThat(found.names()).contains("Blue Kettle");
        Card kettle = found.cards().get(found.names().indexOf("Blue Kettle"));
        assertThat(kettle.price()).isEqualTo("$39.90");
        assertThat(shopper.visit(kettle.url()).widget("recommendations").names())
                .first()
                .isEqualTo("Teacup, white");
        assertThat(shopper.buy("import@example.com", kettle.url())).isNotEmpty();
    }

    private static void saysWhatIsBad(StoreProcess store) throws IOException {
        Path rejected = store.command().data().resolve("rejected");
        assertThat(rows(rejected.resolve("products.csv.rejected.csv")))
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("row,"),
                        row -> assertThat(row).startsWith("4,id,").contains("A1"),
                        row -> assertThat(row).startsWith("5,price,").contains("-5"));
        assertThat(rows(rejected.resolve("orders.csv.rejected.csv")))
                .satisfiesExactly(
                        header -> assertThat(header).startsWith("row,"),
                        row -> assertThat(row).startsWith("6,product_id,").contains("A9"));
        assertThat(store.errors())
                .anySatisfy(line -> assertThat(line).contains("categories.csv", "path"))
                .anySatisfy(line -> assertThat(line).contains("interactions.csv", "UTF-8"));
    }

    private static List<String> rows(Path file) throws IOException {
        return Files.readAllLines(file);
    }
}
