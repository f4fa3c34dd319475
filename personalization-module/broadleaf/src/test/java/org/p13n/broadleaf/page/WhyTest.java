package org.p13n.broadleaf.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.p13n.broadleaf.Fake;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.broadleaf.ranking.RecommendedProduct;
import org.p13n.engine.ranking.Reason;
import org.p13n.engine.ranking.Recommendation;

class WhyTest {
    private final ShopDatabase shop = new ShopDatabase();
    private final CatalogFacts catalog = new CatalogFacts(shop.platform(), 60_000, new Failures());
    private final Why why = new Why(new Texts(), catalog);

    @BeforeEach
    void fillTheShop() {
        shop.category(1, "Grocery", null);
        shop.category(3, "Coffee & Tea", 1L);
        shop.category(4, "Sweets", 1L);
        shop.product(11, "Linen Shirt", null, 3);
        shop.product(12, "Beans", null, 3);
        shop.product(13, "Filter", null, 3);
        shop.product(14, "Chocolate", null, 4);
        catalog.refresh();
    }

    @Test
    void namesTheProductThatLedToAll() {
        assertThat(why.of(List.of(one(12, Reason.ALSO_BOUGHT, 11), one(13, Reason.ALSO_BOUGHT, 11)), 11))
                .isEqualTo("Shoppers who bought Linen Shirt also bought these.");
    }

    @Test
    void namesNoProductWhenSeveralLedToThem() {
        assertThat(why.of(List.of(one(12, Reason.ALSO_BOUGHT, 11), one(13, Reason.ALSO_BOUGHT, 14)), 11))
                .doesNotContain("Linen Shirt", "Chocolate");
    }

    @Test
    void namesTheNearestCategoryThatAllShare() {
        assertThat(why.of(List.of(one(12, Reason.POPULAR_IN_CATEGORY, 0)), 11))
                .isEqualTo("Popular in Coffee & Tea right now.");
        assertThat(why.of(List.of(one(12, Reason.POPULAR_IN_CATEGORY, 0), one(14, Reason.POPULAR_IN_CATEGORY, 0)), 11))
                .isEqualTo("Popular in Grocery right now.");
    }

    @Test
    void saysAllReasonsOfAMixedListInOneSentence() {
        assertThat(why.of(List.of(one(12, Reason.ALSO_BOUGHT, 11), one(13, Reason.NEW, 0)), 11))
                .isEqualTo("Chosen from what else was bought by shoppers who bought Linen Shirt and what is new.");
        assertThat(why.of(
                        List.of(
                                one(12, Reason.ALSO_BOUGHT, 11),
                                one(13, Reason.SIMILAR, 11),
                                one(14, Reason.POPULAR, 0),
                                one(11, Reason.NEW, 0)),
                        11))
                .endsWith(" and more.");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void hasWordsForEveryReason(Reason reason) {
        RecommendedProduct unknown = one(12, reason, 0);
        RecommendedProduct known = one(12, reason, 11);
        RecommendedProduct another = one(13, reason == Reason.NEW ? Reason.POPULAR : Reason.NEW, 0);
        for (RecommendedProduct product : List.of(unknown, known)) {
            assertThat(why.of(List.of(product), 0)).endsWith(".").doesNotContain("{", "null", "p13n.");
            assertThat(why.of(List.of(product, another), 0)).endsWith(".").doesNotContain("{", "null", "p13n.");
        }
        assertThat(why.shortly(reason)).isNotBlank();
    }

    private static RecommendedProduct one(long id, Reason reason, long because) {
        return new RecommendedProduct(
                Fake.of(Product.class, Map.of("getId", id)), new Recommendation(id, 1, reason, 3, because, List.of()));
    }
}
