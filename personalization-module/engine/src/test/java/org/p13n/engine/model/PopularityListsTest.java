package org.p13n.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.p13n.engine.model.Learning.NOW;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.p13n.engine.profile.MapCatalog;

class PopularityListsTest {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final MapCatalog catalog = catalog();
    private final Learning learning = new Learning(catalog);

    @Test
    void putWhatSellsFirstAndNewProductsAfterIt() {
        Model model =
                learning.order(1, NOW, 1).order(2, NOW, 1).order(3, NOW, 2).publish();
        assertThat(model.popularity().top(4)).containsExactly(1, 2, 9, 8);
        assertThat(model.popularity().score(1)).isEqualTo(1);
        assertThat(model.popularity().score(2)).isBetween(0.5, 0.9);
        assertThat(model.popularity().score(999)).isZero();
    }

    @Test
    void existForCategoriesAndBrands() {
        Model model = learning.order(1, NOW, 4).publish();
        assertThat(model.popularity().topInCategory(200, 9)).containsExactly(4, 8, 6, 2);
        assertThat(model.popularity().topOfBrand("odd", 2)).containsExactly(9, 7);
        assertThat(model.popularity().topInCategory(999, 9)).isEmpty();
        assertThat(model.popularity().topOfBrand("none", 9)).isEmpty();
    }

    @Test
    void preferThisMonthToLastYear() {
        learning.order(1, NOW - 365 * DAY, 1).order(2, NOW - 365 * DAY, 1);
        assertThat(learning.order(3, NOW, 2).publish().popularity().top(1)).containsExactly(2);
    }

    @Test
    void doNotHoldWhatTheCatalogDoesNotHave() {
        Model model = learning.order(1, NOW, 999).publish();
        assertThat(model.popularity().top(99)).hasSize(9).doesNotContain(999);
    }

    @Test
    void seeNewProductsOnceTheCatalogIsReadAgain() {
        learning.publish();
        catalog.with(10, "even", 200);
        assertThat(learning.publish().popularity().newest(1)).containsExactly(9);
        assertThat(learning.after(Duration.ofMinutes(1)).publish().popularity().newest(1))
                .containsExactly(10);
    }

    private static MapCatalog catalog() {
        MapCatalog catalog = new MapCatalog();
        for (int i = 1; i <= 9; i++) {
            catalog.with(i, i % 2 == 0 ? "even" : "odd", i % 2 == 0 ? 200 : 100, 1);
        }
        return catalog;
    }
}
