package org.p13n.sample.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Past orders and browsing of a retailer, as they come into the store. */
class PastImportTest {
    private static final String PRODUCTS = "id,name,category,price,sale_price,stock,options,attributes,cost,image";
    private static final String ORDERS =
            "order_id,ordered_at,customer_id,product_id,quantity,unit_price,status,options";
    private static final String BROWSING = "at,shopper_id,type,product_id,category,query,quantity,consent";

    @TempDir
    private Path folder;

    private TestStore store;

    @BeforeEach
    void emptyStore() {
        store = TestStore.inMemory(folder);
    }

    @Nested
    class Orders {
        @BeforeEach
        void twoProducts() {
            store.file("products.csv", PRODUCTS, "p1,Shirt,Fashion,10,8,,Size:S|M,,,", "p2,Mug,Home,5,,,,,,");
        }

        @Test
        void areWholeOrdersOfThePlatform() {
            StoreDataSummary summary = store.file(
                            "orders.csv",
                            ORDERS,
                            "o1,2026-05-01T10:00:00Z,c1,p1,2,7.50,,Size=M",
                            "o1,2026-05-01T10:00:00Z,c1,p2,1,,,",
                            "o2,2026-05-02,c1,p2,3,4,cancelled,")
                    .importFiles();

            assertThat(summary.orders()).isEqualTo(2);
            assertThat(summary.orderLines()).isEqualTo(3);
            assertThat(summary.customers()).isOne();
            assertThat(store.values("SELECT ORDER_STATUS FROM BLC_ORDER ORDER BY ORDER_NUMBER"))
                    .containsExactly("SUBMITTED", "CANCELLED");
            assertThat(store.value("SELECT ORDER_TOTAL FROM BLC_ORDER WHERE ORDER_NUMBER = 'o1'"))
                    .isEqualTo("20.00000");
            assertThat(store.value("SELECT VALUE FROM BLC_ORDER_ITEM_ATTRIBUTE WHERE NAME = 'size'"))
                    .isEqualTo("M");
            assertThat(store.count("BLC_FULFILLMENT_GROUP_ITEM")).isEqualTo(3);
            assertThat(store.count("BLC_ORDER_PAYMENT")).isOne();
            assertThat(store.value("SELECT CURRENCY_CODE FROM BLC_ORDER")).isEqualTo("USD");
        }

        @Test
        void ofGuestsMakeEachGuestAShopperOfTheirOwn() {
            store.file("orders.csv", ORDERS, "o1,2026-05-01,,p2,1,,,", "o2,2026-05-01,,p2,1,,,")
                    .importFiles();

            assertThat(store.value("SELECT COUNT(DISTINCT CUSTOMER_ID) FROM BLC_ORDER"))
                    .isEqualTo("2");
            assertThat(store.values("SELECT IS_REGISTERED FROM BLC_CUSTOMER")).containsOnly("FALSE");
        }

        @Test
        void areRejectedRowByRowForWhatOnlyTheStoreKnows() {
            StoreDataSummary summary = store.file(
                            "orders.csv",
                            ORDERS,
                            "o1,2026-05-01,c1,p9,1,,,",
                            "o1,2026-05-01,c1,p2,1,,,",
                            "o1,2026-05-02,c1,p2,1,,,",
                            "o1,2026-05-01,c2,p2,1,,,",
                            "o1,2026-05-01,c1,p2,1,,cancelled,",
                            "o2,2027-05-01,c1,p2,1,,,",
                            "o3,2026-05-01,c1,p1,1,,,Size=XXL",
                            "o4,2026-05-01,c1,p2,100000,100000,,")
                    .importFiles();

            assertThat(summary.orders()).isOne();
            assertThat(store.rejected("orders.csv").lines().skip(1))
                    .satisfiesExactly(
                            row -> assertThat(row).startsWith("2,product_id,must be the id of a product in the store"),
                            row -> assertThat(row).startsWith("4,ordered_at,\"must be the same"),
                            row -> assertThat(row).startsWith("5,customer_id,must be the same"),
                            row -> assertThat(row).startsWith("6,status,must be the same"),
                            row -> assertThat(row).startsWith("7,ordered_at,must not be in the future"),
                            row -> assertThat(row).startsWith("8,options,must be options of the product p1"),
                            row -> assertThat(row).startsWith("9,quantity,unit price times quantity"));
        }

        @Test
        void areNotReadWhenTheProductsCannotBe() {
            StoreDataSummary summary = store.file("products.csv", "id,name")
                    .file("orders.csv", ORDERS, "o1,2026-05-01,c1,p2,1,,,")
                    .importFiles();

            assertThat(summary.orders()).isZero();
            assertThat(summary.rejectedRows()).isZero();
            assertThat(summary.unusableFiles())
                    .satisfiesExactly(
                            first -> assertThat(first).contains("lacks [category, price]"),
                            second -> assertThat(second).contains("orders.csv").contains("not read, because"));
        }

        @Test
        void thatWereRejectedGetAnotherChanceWhenTheProductsChange() {
            store.file("orders.csv", ORDERS, "o1,2026-05-01,c1,p3,1,,,").importFiles();
            assertThat(store.count("BLC_ORDER")).isZero();

            store.file("products.csv", PRODUCTS, "p3,Cap,Fashion,10,,,,,,").importFiles();

            assertThat(store.count("BLC_ORDER")).isOne();
        }
    }

    @Nested
    class Browsing {
        private static final String VIEW = "2026-05-01T10:00:00Z,s1,view,p1,,,,";

        @BeforeEach
        void oneProduct() {
            store.file("products.csv", PRODUCTS, "p1,Shirt,Fashion > Men,10,,,,,,");
        }

        @Test
        void hasIdsThatAreNegativeAndTheSameInEveryStore() {
            store.file("interactions.csv", BROWSING, VIEW, "2026-05-01T10:00:01Z,s1,search,,,shirt,,")
                    .importFiles();
            TestStore other = TestStore.inMemory(folder.resolve("other"))
                    .file("products.csv", PRODUCTS, "p0,Cap,Fashion,1,,,,,,", "p1,Shirt,Fashion > Men,10,,,,,,")
                    .file("interactions.csv", BROWSING, VIEW, "2026-05-01T10:00:01Z,s1,search,,,shirt,,");
            other.importFiles();

            List<String> ids = store.values("SELECT INTERACTION_ID FROM P13N_INTERACTION ORDER BY 1");
            assertThat(ids).hasSize(2).allMatch(id -> id.startsWith("-"));
            assertThat(other.values("SELECT INTERACTION_ID FROM P13N_INTERACTION ORDER BY 1"))
                    .isEqualTo(ids);
        }

        @Test
        void namesProductsCategoriesAndShoppersByTheStoresIds() {
            store.file(
                            "interactions.csv",
                            BROWSING,
                            "2026-05-01T10:00:00Z,s1,category_view,,fashion > men,,,2025-01",
                            "2026-05-01T10:00:01Z,s1,add_to_cart,p1,,,2,2025-01",
                            "2026-05-01T10:00:02Z,s1,category_view,,Fashion > Women,,,2025-01")
                    .importFiles();

            assertThat(store.value("SELECT COUNT(*) FROM P13N_INTERACTION I JOIN BLC_CATEGORY C ON"
                            + " C.CATEGORY_ID = I.CATEGORY_ID JOIN BLC_CUSTOMER S ON S.CUSTOMER_ID = I.SHOPPER_ID"
                            + " WHERE C.NAME = 'Men' AND TYPE_CODE = 2"))
                    .isEqualTo("1");
            assertThat(store.value("SELECT QUANTITY FROM P13N_INTERACTION WHERE TYPE_CODE = 4"))
                    .isEqualTo("2");
            assertThat(store.rejected("interactions.csv")).contains("4,category,must be the path of a category");
        }

        @Test
        void isTheCustomersOnlyIfTheFileSaysThatHeAgreed() {
            store.file(
                            "interactions.csv",
                            BROWSING,
                            "2026-05-01T10:00:00Z,s1,view,p1,,,,2025-01",
                            "2026-05-01T10:00:01Z,s2,view,p1,,,,",
                            "2026-05-01T10:00:02Z,s2,search,,,shirt,,")
                    .importFiles();

            assertThat(store.values("SELECT CONSENT_STATE || ' ' || TEXT_VERSION FROM P13N_CONSENT C JOIN"
                            + " BLC_CUSTOMER_ATTRIBUTE A ON A.CUSTOMER_ID = C.SHOPPER_ID WHERE A.VALUE = 's1'"))
                    .containsExactly("GRANTED 2025-01");
            assertThat(store.values("SELECT VALUE FROM BLC_CUSTOMER_ATTRIBUTE WHERE NAME = 'external_id'"
                            + " AND CUSTOMER_ID IN (SELECT SHOPPER_ID FROM P13N_INTERACTION)"))
                    .containsExactly("s1");
            assertThat(store.values("SELECT DISTINCT SHOPPER_ID FROM P13N_INTERACTION WHERE SHOPPER_ID < 0"))
                    .as("who did not agree is one stranger")
                    .hasSize(1);
            assertThat(store.count("P13N_CONSENT")).isOne();
        }

        @Test
        void countsARowThatIsThereTwiceOnce() {
            StoreDataSummary summary =
                    store.file("interactions.csv", BROWSING, VIEW, VIEW).importFiles();

            assertThat(summary.interactions()).isOne();
            assertThat(summary.alreadyThere()).isOne();
        }

        @Test
        void isLeftOutOfAStoreWithoutTheModuleUntilItIsInstalled() throws Exception {
            TestStore bare = TestStore.bare(folder).file("interactions.csv", BROWSING, VIEW);
            assertThat(bare.importFiles().interactions()).isZero();
            assertThat(bare.progress).anyMatch(line -> line.contains("module") && line.contains("not installed"));

            PlatformSchema.addInteractions(bare.database);

            assertThat(bare.importFiles().interactions()).isOne();
        }
    }
}
