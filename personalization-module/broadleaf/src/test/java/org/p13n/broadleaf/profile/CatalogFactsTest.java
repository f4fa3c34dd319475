package org.p13n.broadleaf.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Failures;

class CatalogFactsTest {
    private static final long NOW = 1_800_000_000_000L;

    private final ShopDatabase shop = new ShopDatabase();
    private final CatalogFacts catalog =
            new CatalogFacts(shop.platform(), 60_000, new Failures(), new AtomicLong(NOW)::get);

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
}
