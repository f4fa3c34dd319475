package org.p13n.sample.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.p13n.engine.event.InteractionType;

class OrderAndBrowsingLineTest {
    private static final String ORDERS =
            "order_id,ordered_at,customer_id,product_id,quantity,unit_price,status,options";
    private static final String BROWSING = "at,shopper_id,type,product_id,category,query,quantity";

    @TempDir
    private Path folder;

    @Test
    void readsAnOrderLine() {
        OrderLine line = Lines.of(
                        OrderLine.FORMAT,
                        folder,
                        ORDERS,
                        "o1,2026-03-01 10:20:30,c1,p1,100000,1.25,Cancelled,Size=M;Colour=Navy")
                .only();

        assertThat(line.orderedAt()).hasToString("2026-03-01T10:20:30Z");
        assertThat(line.quantity()).isEqualTo(100_000);
        assertThat(line.status()).isEqualTo(OrderLine.Status.CANCELLED);
        assertThat(line.options()).isEqualTo(Map.of("Size", "M", "Colour", "Navy"));
    }

    @Test
    void readsAGuestsOrderAtTheProductsPrice() {
        OrderLine line = Lines.of(OrderLine.FORMAT, folder, ORDERS, "o1,2026-03-01,,p1,1,,,")
                .only();

        assertThat(line.customerId()).isNull();
        assertThat(line.unitPrice()).isNull();
        assertThat(line.status()).isEqualTo(OrderLine.Status.SUBMITTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "order_id;,2026-03-01,c1,p1,1,1,,",
                "ordered_at;o1,yesterday,c1,p1,1,1,,",
                "ordered_at;o1,2026-02-30,c1,p1,1,1,,",
                "product_id;o1,2026-03-01,c1,,1,1,,",
                "quantity;o1,2026-03-01,c1,p1,0,1,,",
                "quantity;o1,2026-03-01,c1,p1,-3,1,,",
                "quantity;o1,2026-03-01,c1,p1,100001,1,,",
                "quantity;o1,2026-03-01,c1,p1,99999999999999999999,1,,",
                "quantity;o1,2026-03-01,c1,p1,many,1,,",
                "unit_price;o1,2026-03-01,c1,p1,1,-0.01,,",
                "status;o1,2026-03-01,c1,p1,1,1,lost,",
            })
    void rejectsBadOrderLines(String column, String row) {
        assertThat(Lines.of(OrderLine.FORMAT, folder, ORDERS, row).rejected().get(1))
                .startsWith("2," + column + ",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PRODUCT_VIEW;2026-03-01T10:00:00Z,s1,view,p1,ignored,ignored,7",
                "CATEGORY_VIEW;2026-03-01T10:00:00Z,s1,category_view,,Fashion > Men,,",
                "SEARCH;2026-03-01T10:00:00Z,s1,search,,,red dress,",
                "CART_ADD;2026-03-01T10:00:00Z,s1,add_to_cart,p1,,,2",
                "CART_REMOVE;2026-03-01T10:00:00Z,s1,REMOVE_FROM_CART,p1,,,",
            })
    void readsEveryKindOfInteraction(InteractionType type, String row) {
        BrowsingLine line = Lines.of(BrowsingLine.FORMAT, folder, BROWSING, row).only();

        assertThat(line.type()).isEqualTo(type);
        assertThat(line.quantity() > 0)
                .isEqualTo(type == InteractionType.CART_ADD || type == InteractionType.CART_REMOVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "at;,s1,view,p1,,,",
                "shopper_id;2026-03-01T10:00:00Z,,view,p1,,,",
                "type;2026-03-01T10:00:00Z,s1,bought,p1,,,",
                "product_id;2026-03-01T10:00:00Z,s1,view,,,,",
                "category;2026-03-01T10:00:00Z,s1,category_view,p1,,,",
                "query;2026-03-01T10:00:00Z,s1,search,,,,",
                "quantity;2026-03-01T10:00:00Z,s1,add_to_cart,p1,,,0",
            })
    void rejectsBadInteractions(String column, String row) {
        assertThat(Lines.of(BrowsingLine.FORMAT, folder, BROWSING, row)
                        .rejected()
                        .get(1))
                .startsWith("2," + column + ",");
    }
}
