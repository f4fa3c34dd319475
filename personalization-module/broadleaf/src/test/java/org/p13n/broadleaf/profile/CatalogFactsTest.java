package org.p13n.broadleaf.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Failures;

class CatalogFactsTest {
    private static final long NOW = 1_800_000_000_000L;

    private final ShopDatabase shop = new ShopDatabase();
    private final CatalogFacts catalog = catalog(Set.of());

    @BeforeEach
    void fillTheShop() {
        shop.category(1, "Grocery", null);
        shop.category(2, "Drinks", 1L);
        shop.category(3, "Coffee", 2L);
        shop.category(9, "Gifts", null);
        shop.product(11, "Espresso", "Daybreak", 3);
        shop.run("INSERT INTO BLC_CATEGORY_PRODUCT_XREF VALUES (1, 9, 11)");
        shop.product(12, "Tea", null, 2);
    }

    @Test
    void knowsAProductsOwnCategoriesAndEverythingAboveThem() {
        catalog.refresh();
        assertThat(catalog.facts(11).categoryIds()).containsExactly(3, 9, 2, 1);
        assertThat(catalog.facts(11).brand()).isEqualTo("Daybreak");
        assertThat(catalog.facts(12).brand()).isNull();
        assertThat(catalog.facts(404)).isNull();
    }

    @Test
    void knowsACategoryByNameWithItsAncestors() {
        catalog.refresh();
        assertThat(catalog.categoryFacts(3).name()).isEqualTo("Coffee");
        assertThat(catalog.categoryFacts(3).categoryIds()).containsExactly(3, 2, 1);
        assertThat(catalog.categoryFacts(404)).isNull();
    }

    @Test
    void survivesCategoriesThatRunInCircles() {
        shop.run("INSERT INTO BLC_CATEGORY_XREF VALUES (1, 3, 1)");
        catalog.refresh();
        assertThat(catalog.facts(11).categoryIds()).containsExactlyInAnyOrder(3, 9, 2, 1);
    }

    @Test
    void listsOnlyWhatIsOnSaleNow() {
        shop.product(13, "Archived", null, 1);
        shop.run("UPDATE BLC_PRODUCT SET ARCHIVED = 'Y' WHERE PRODUCT_ID = 13");
        shop.product(14, "Later", null, 1);
        shop.run("UPDATE BLC_SKU SET ACTIVE_START_DATE = TIMESTAMP '2099-01-01 00:00:00' WHERE SKU_ID = 1014");
        shop.product(15, "Over", null, 1);
        shop.run("UPDATE BLC_SKU SET ACTIVE_END_DATE = TIMESTAMP '2021-01-01 00:00:00' WHERE SKU_ID = 1015");
        catalog.refresh();
        assertThat(catalog.isListed(11)).isTrue();
        assertThat(catalog.isListed(13)).isFalse();
        assertThat(catalog.isListed(14)).isFalse();
        assertThat(catalog.isListed(15)).isFalse();
        assertThat(catalog.itemIds()).containsExactly(11, 12, 14, 15);
    }

    @Test
    void showsAProductThatIsAddedAfterTheNextRefresh() {
        catalog.refresh();
        shop.product(16, "New", null, 3);
        assertThat(catalog.facts(16)).isNull();
        catalog.refresh();
        assertThat(catalog.facts(16).name()).isEqualTo("New");
    }

    @Nested
    class KnowsAttributes {
        private static final int PRODUCTS = 60;
        private long rows;

        @BeforeEach
        void describe() {
            attribute(11, "roast", "dark", true);
            attribute(12, "roast", "none", true);
            attribute(11, "feedId", "A-7", false);
            attribute(11, "grind", "beans", false);
        }

        @Test
        void thatCanBeSearched() {
            catalog.refresh();
            assertThat(catalog.facts(11).attributes()).containsExactly("roast=dark");
            assertThat(catalog.facts(12).attributes()).containsExactly("roast=none");
        }

        @Test
        void thatStandBehindASearchField() {
            shop.run("INSERT INTO BLC_FIELD VALUES (1, 'productAttributes.grind')");
            catalog.refresh();
            assertThat(catalog.facts(11).attributes()).containsExactly("grind=beans", "roast=dark");
        }

        @Test
        void thatCanBeChosenAsOptions() {
            shop.run("INSERT INTO BLC_PRODUCT_OPTION VALUES (1, 'size')");
            shop.run("INSERT INTO BLC_PRODUCT_OPTION_VALUE VALUES (1, 'M', 1)");
            shop.run("INSERT INTO BLC_PRODUCT_OPTION_VALUE VALUES (2, 'L', 1)");
            shop.run("INSERT INTO BLC_PRODUCT_OPTION_XREF VALUES (1, 12, 1)");
            catalog.refresh();
            assertThat(catalog.facts(12).attributes()).containsExactly("roast=none", "size=L", "size=M");
        }

        @Test
        void thatTheShopListsAndNoOthers() {
            CatalogFacts listed = catalog(Set.of("Grind"));
            listed.refresh();
            assertThat(listed.facts(11).attributes()).containsExactly("grind=beans");
            assertThat(listed.facts(12).attributes()).isEmpty();
        }

        @Test
        void butNotWhatTellsEveryProductFromEveryOther() {
            for (int i = 0; i < PRODUCTS; i++) {
                shop.product(100 + i, "Mug", null, 9);
                attribute(100 + i, "serial", "no " + i, true);
                attribute(100 + i, "material", "clay " + i % 3, true);
            }
            catalog.refresh();
            assertThat(catalog.facts(101).attributes()).containsExactly("material=clay 1");
        }

        private void attribute(long product, String name, String value, boolean searchable) {
            shop.run(
                    "INSERT INTO BLC_PRODUCT_ATTRIBUTE VALUES (?, ?, ?, ?, ?)",
                    ++rows,
                    name,
                    value,
                    searchable,
                    product);
        }
    }

    @Nested
    class KnowsPriceBands {
        @Test
        void amongTheProductsOfTheNearestCategoryWithEnoughOfThem() {
            for (int i = 0; i < 50; i++) {
                priced(100 + i, 3, 1 + i);
                priced(200 + i, 9, 1_000 + i);
            }
            catalog.refresh();
            assertThat(catalog.facts(100).priceBand()).isEqualTo(1);
            assertThat(catalog.facts(125).priceBand()).isEqualTo(3);
            assertThat(catalog.facts(149).priceBand()).isEqualTo(5);
            assertThat(catalog.facts(200).priceBand()).isEqualTo(1);
            assertThat(catalog.facts(11).priceBand()).as("without a price").isZero();
        }

        @Test
        void amongAllProductsWhereACategoryIsSmall() {
            for (int i = 0; i < 30; i++) {
                priced(100 + i, 3, 10 + i);
            }
            priced(200, 9, 1_000);
            catalog.refresh();
            assertThat(catalog.facts(200).priceBand()).isEqualTo(5);
        }

        @Test
        void bySalePriceIfThereIsOne() {
            for (int i = 0; i < 30; i++) {
                priced(100 + i, 3, 10 + i);
            }
            shop.run("UPDATE BLC_SKU SET SALE_PRICE = 5 WHERE SKU_ID = 1129");
            catalog.refresh();
            assertThat(catalog.facts(129).priceBand()).isEqualTo(1);
        }

        @Test
        void inTheMiddleIfAllCostTheSame() {
            for (int i = 0; i < 30; i++) {
                priced(100 + i, 3, 10);
            }
            catalog.refresh();
            assertThat(catalog.facts(100).priceBand()).isEqualTo(3);
        }

        private void priced(long id, long category, double price) {
            shop.product(id, "Product", null, category);
            shop.run("UPDATE BLC_SKU SET RETAIL_PRICE = ? WHERE SKU_ID = ?", price, id + 1_000);
        }
    }

    private CatalogFacts catalog(Set<String> attributes) {
        return new CatalogFacts(shop.platform(), 60_000, new Failures(), attributes, new AtomicLong(NOW)::get);
    }
}
