package org.p13n.sample.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
    private static final String PRODUCTS = "id,name,category,price,sale_price,stock,options,attributes,cost,image";
    private static final String ORDERS =
            "order_id,ordered_at,customer_id,product_id,quantity,unit_price,status,options";
    private static final String BROWSING = "at,shopper_id,type,product_id,category,query,quantity";

    @TempDir
    private Path folder;

    private TestStore store;

    @BeforeEach
    void emptyStore() {
        store = TestStore.inMemory(folder);
    }

    @Nested
    class Products {
        @Test
        void getAUrlUnderTheirDepartmentAndKeepTheRetailersId() {
            store.file("products.csv", PRODUCTS, "p1,Crème <b>Brûlée</b>,Grocery > Sweets,3,,,,,,")
                    .importFiles();

            assertThat(store.values("SELECT URL FROM BLC_CATEGORY ORDER BY CATEGORY_ID"))
                    .containsExactly("/grocery", "/grocery/sweets");
            assertThat(store.value("SELECT URL FROM BLC_PRODUCT")).isEqualTo("/grocery/creme-b-brulee-b");
            assertThat(store.value("SELECT VALUE FROM BLC_PRODUCT_ATTRIBUTE WHERE NAME = 'external_id'"))
                    .isEqualTo("p1");
        }

        @Test
        void neverShareAUrlWithEachOtherACategoryOrAPageOfTheStore() {
            store.file(
                            "products.csv",
                            PRODUCTS,
                            "p1,Men,Fashion > Men,1,,,,,,",
                            "p2,Men,Fashion > Men,1,,,,,,",
                            "p3,???,Search,1,,,,,,")
                    .importFiles();

            assertThat(store.values("SELECT URL FROM BLC_PRODUCT ORDER BY PRODUCT_ID"))
                    .containsExactly("/fashion/men-2", "/fashion/men-3", "/search-shop/p3");
            assertThat(store.values("SELECT URL FROM BLC_CATEGORY")).contains("/fashion/men", "/search-shop");
        }

        @Test
        void haveOneSkuPerChoiceAndShareTheStockAmongThem() {
            store.file("products.csv", PRODUCTS, "p1,Shirt,Fashion,10,8,7,Size:S|M|L;Colour:Navy|Sand,,,")
                    .importFiles();

            assertThat(store.values("SELECT QUANTITY_AVAILABLE FROM BLC_SKU S JOIN BLC_PRODUCT_SKU_XREF X"
                            + " ON S.SKU_ID = X.SKU_ID ORDER BY S.SKU_ID"))
                    .containsExactly("2", "1", "1", "1", "1", "1");
            assertThat(store.count("BLC_SKU_OPTION_VALUE_XREF")).isEqualTo(12);
            assertThat(store.values("SELECT OPTION_TYPE FROM BLC_PRODUCT_OPTION ORDER BY PRODUCT_OPTION_ID"))
                    .containsExactly("SIZE", "COLOR");
            assertThat(store.value("SELECT INVENTORY_TYPE FROM BLC_SKU WHERE DEFAULT_PRODUCT_ID IS NOT NULL"))
                    .isEqualTo("ALWAYS_AVAILABLE");
        }

        @Test
        void shareOptionsThatAreTheSame() {
            store.file(
                            "products.csv",
                            PRODUCTS,
                            "p1,Shirt,Fashion,10,,,Size:S|M,,,",
                            "p2,Jumper,Fashion,10,,,Size:S|M,,,",
                            "p3,Coat,Fashion,10,,,Size:S|L,,,")
                    .importFiles();

            assertThat(store.count("BLC_PRODUCT_OPTION")).isEqualTo(2);
            assertThat(store.count("BLC_PRODUCT_OPTION_XREF")).isEqualTo(3);
        }

        @Test
        void keepTheCostFromTheProductsPublicAttributes() {
            store.file("products.csv", PRODUCTS, "p1,Shirt,Fashion,10,,,,colour=navy,4.20,p1.svg")
                    .importFiles();

            assertThat(store.values("SELECT NAME FROM BLC_PRODUCT_ATTRIBUTE ORDER BY NAME"))
                    .containsExactly("colour", "external_id");
            assertThat(store.value("SELECT VALUE FROM BLC_SKU_ATTRIBUTE WHERE NAME = 'cost'"))
                    .isEqualTo("4.20");
            assertThat(store.value("SELECT URL FROM BLC_MEDIA")).isEqualTo("/images/catalog/p1.svg");
        }

        @Test
        void makeOneCategoryOfTwoSpellings() {
            store.file("categories.csv", "path,description", "Home & Living,All for the home.")
                    .file(
                            "products.csv",
                            PRODUCTS,
                            "p1,Mug,home & living > Mugs,1,,,,,,",
                            "p2,Cup,Home & Living > MUGS,1,,,,,,")
                    .importFiles();

            assertThat(store.values("SELECT NAME FROM BLC_CATEGORY ORDER BY CATEGORY_ID"))
                    .containsExactly("Home & Living", "Mugs");
        }

        @Test
        void areRejectedWhenTheirIdIsThereTwice() {
            StoreDataSummary summary = store.file(
                            "products.csv", PRODUCTS, "p1,Shirt,Fashion,1,,,,,,", "p1,Coat,Fashion,1,,,,,,")
                    .importFiles();

            assertThat(summary.products()).isOne();
            assertThat(summary.rejectedRows()).isOne();
            assertThat(store.rejected("products.csv")).contains("3,id,each product id may stand only once,p1");
        }

        @Test
        void areInOrOutOfStockWhereTheStoreCountsNoPieces() {
            TestStore bare = TestStore.bare(folder)
                    .file("products.csv", PRODUCTS, "p1,A,F,1,,0,,,,", "p2,B,F,1,,5,,,,", "p3,C,F,1,,,,,,");
            bare.importFiles();

            assertThat(bare.values("SELECT INVENTORY_TYPE FROM BLC_SKU ORDER BY SKU_ID"))
                    .containsExactly("UNAVAILABLE", "ALWAYS_AVAILABLE", "ALWAYS_AVAILABLE");
        }
    }

    @Nested
    class Twice {
        @BeforeEach
        void files() {
            store.file("categories.csv", "path", "Home")
                    .file("products.csv", PRODUCTS, "p1,Shirt,Fashion,10,,,Size:S|M,,,", "p2,Mug,Home,5,,,,,,")
                    .file("orders.csv", ORDERS, "o1,2026-05-01,c1,p1,1,,,", "o2,2026-05-01,,p2,1,,,")
                    .file("interactions.csv", BROWSING, "2026-05-01T10:00:00Z,c1,view,p1,,,");
            store.importFiles();
        }

        @Test
        void changesNothingAndReadsNothing() {
            String before = contents();

            StoreDataSummary again = store.importFiles();

            assertThat(again).isEqualTo(new StoreDataSummary(0, 0, 0, 0, 0, 0, 0, 0, List.of()));
            assertThat(contents()).isEqualTo(before);
            assertThat(store.progress).hasSize(4).allMatch(line -> line.endsWith("loaded before, unchanged."));
        }

        @Test
        void changesNothingEvenWhenTheFirstLoadBrokeOffBeforeItsNote() throws Exception {
            String before = contents();
            try (var connection = store.database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("DELETE FROM STORE_DATA_LOAD");
            }

            assertThat(store.importFiles().alreadyThere()).isEqualTo(6);
            assertThat(contents()).isEqualTo(before);
        }

        @Test
        void addsOnlyWhatIsNew() {
            store.file("products.csv", PRODUCTS, "p1,Renamed,Fashion,99,,,,,,", "p3,Cap,Fashion > Caps,3,,,,,,")
                    .file("orders.csv", ORDERS, "o3,2026-05-03,c1,p3,1,,,", "o1,2026-05-01,c1,p1,9,,,");

            StoreDataSummary summary = store.importFiles();

            assertThat(summary.products()).isOne();
            assertThat(summary.categories()).isOne();
            assertThat(summary.orders()).isOne();
            assertThat(summary.customers()).isZero();
            assertThat(store.values("SELECT NAME FROM BLC_SKU WHERE DEFAULT_PRODUCT_ID IS NOT NULL ORDER BY SKU_ID"))
                    .containsExactly("Shirt", "Mug", "Cap");
        }

        private String contents() {
            return store.values("SCRIPT NOPASSWORDS NOSETTINGS TABLE BLC_CATEGORY, BLC_PRODUCT, BLC_SKU, BLC_ORDER,"
                            + " BLC_ORDER_ITEM, BLC_CUSTOMER, BLC_CUSTOMER_ATTRIBUTE, P13N_INTERACTION,"
                            + " SEQUENCE_GENERATOR")
                    .toString();
        }
    }

    @Test
    void movesThePlatformsIdCountersPastItsOwnIds() {
        store.file("products.csv", PRODUCTS, "p1,Shirt,Fashion,10,,,Size:S|M,,,")
                .file("orders.csv", ORDERS, "o1,2026-05-01,c1,p1,1,,,")
                .importFiles();

        assertThat(Long.parseLong(store.value("SELECT ID_VAL FROM SEQUENCE_GENERATOR WHERE ID_NAME = 'SkuImpl'")))
                .isGreaterThan(50 + Long.parseLong(store.value("SELECT MAX(SKU_ID) FROM BLC_SKU")));
        assertThat(Long.parseLong(store.value("SELECT BATCH_START FROM BLC_ID_GENERATION")))
                .isGreaterThan(Long.parseLong(store.value("SELECT MAX(CUSTOMER_ID) FROM BLC_CUSTOMER")));
    }

    @Test
    void givesDepartmentsTheFacetsThatTheStoreHas() throws Exception {
        try (var connection = store.database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO BLC_FIELD (FIELD_ID, ENTITY_TYPE, PROPERTY_NAME)"
                    + " VALUES (-1, 'PRODUCT', 'manufacturer')");
            statement.execute(
                    "INSERT INTO BLC_SEARCH_FACET (SEARCH_FACET_ID, FIELD_ID, LABEL) VALUES (-1, -1, 'Brand')");
        }

        store.file("products.csv", PRODUCTS, "p1,Shirt,Fashion > Men,10,,,,,,").importFiles();

        assertThat(store.values("SELECT C.NAME FROM BLC_CAT_SEARCH_FACET_XREF X JOIN BLC_CATEGORY C ON"
                        + " C.CATEGORY_ID = X.CATEGORY_ID"))
                .containsExactly("Fashion");
    }

    @Test
    void letsNobodyLogInAsAnImportedCustomer() {
        store.file("products.csv", PRODUCTS, "p1,Shirt,Fashion,10,,,,,,")
                .file("orders.csv", ORDERS, "o1,2026-05-01,c1,p1,1,,,")
                .importFiles();

        assertThat(store.value("SELECT PASSWORD FROM BLC_CUSTOMER"))
                .startsWith("!")
                .hasSize(65);
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        StoreDataOptions options = store.options().withImport(folder.resolve("nowhere"));

        assertThatThrownBy(() -> store.load(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must exist")
                .hasMessageContaining("nowhere");
    }

    @Test
    void leavesNoListOfRejectedRowsWhenNoneWas() {
        store.file("products.csv", PRODUCTS, "p1,Shirt,Fashion,-1,,,,,,").importFiles();
        assertThat(store.rejected("products.csv")).contains("must not be negative");

        store.file("products.csv", PRODUCTS, "p1,Shirt,Fashion,1,,,,,,").importFiles();

        assertThat(Files.exists(store.rejects.resolve("products.csv.rejected.csv")))
                .isFalse();
    }
}
