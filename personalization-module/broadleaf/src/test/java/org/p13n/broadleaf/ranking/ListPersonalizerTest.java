package org.p13n.broadleaf.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.search.domain.ProductSearchCriteria;
import org.broadleafcommerce.core.search.domain.ProductSearchResult;
import org.broadleafcommerce.core.search.domain.SearchFacetDTO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.Fake;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.broadleaf.profile.ProfileTable;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.ranking.ListRanker;
import org.p13n.engine.ranking.RankingSettings;

class ListPersonalizerTest {
    private static final int PRODUCTS = 130;
    private static final Shopper ANNA = new Shopper(7, false);
    private static final Shopper NOBODY = new Shopper(8, true);

    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final CatalogFacts catalog = new CatalogFacts(shop.platform(), 60_000, failures);
    private ShopperProfiles profiles;
    private ListPersonalizer personalizer;
    private Shopper current = ANNA;
    private boolean enabled = true;
    private double strength = 1;

    @BeforeEach
    void fillTheShop() {
        shop.category(1, "All", null);
        for (long id = 1; id <= PRODUCTS; id++) {
            shop.product(id, "Product " + id, id % 10 == 0 ? "Liked" : "Brand " + id % 7, 1);
        }
        catalog.refresh();
        profiles = new ShopperProfiles(
                shop.platform(),
                new ProfileTable(shop.platform()),
                new InteractionTable(shop.platform(), new InteractionIds(), failures),
                catalog,
                100,
                10_000,
                500,
                () -> false,
                failures);
        personalizer = new ListPersonalizer(
                profiles,
                () -> Optional.ofNullable(current),
                new ListRanker(catalog, RankingSettings.defaults()),
                tuning(),
                new PinnedOrders(10, 60_000),
                100,
                new Counters(),
                failures);
        for (int i = 0; i < 20; i++) {
            like(50);
        }
    }

    @Test
    void bringsForwardWhatTheShopperLikes() throws ServiceException {
        List<Long> page = page(1, 15);
        assertThat(page).isNotEqualTo(LongStream.rangeClosed(1, 15).boxed().toList());
        assertThat(page.stream().filter(id -> id % 10 == 0).count()).isGreaterThan(1);
    }

    @RepeatedTest(8)
    void repeatsAndLosesNothingWhateverThePageSizeAndWhateverHappensBetweenThePages(RepetitionInfo run)
            throws ServiceException {
        Random random = new Random(run.getCurrentRepetition());
        int size = 1 + random.nextInt(60);
        List<Long> shown = new ArrayList<>();
        for (int number = 1; number <= PRODUCTS / size + 1; number++) {
            shown.addAll(page(number, size));
            like(1 + random.nextInt(PRODUCTS));
        }
        assertThat(shown)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, PRODUCTS).boxed().toList());
    }

    @Test
    void leavesWhatThePageSaysAboutItselfAsThePlatformHasIt() throws ServiceException {
        ProductSearchResult result = find(criteria(2, 15));
        assertThat(result.getPage()).isEqualTo(2);
        assertThat(result.getPageSize()).isEqualTo(15);
        assertThat(result.getTotalResults()).isEqualTo(PRODUCTS);
        assertThat(result.getStartResult()).isEqualTo(16);
        assertThat(result.getFacets()).isSameAs(Platform.FACETS);
    }

    @Test
    void leavesTheCriteriaOfTheShopAlone() throws ServiceException {
        ProductSearchCriteria criteria = criteria(2, 15);
        find(criteria);
        assertThat(criteria.getPage()).isEqualTo(2);
        assertThat(criteria.getPageSize()).isEqualTo(15);
    }

    @Nested
    class LeavesTheListAlone {
        @Test
        void whenTheShopperChoseASort() throws ServiceException {
            ProductSearchCriteria criteria = criteria(1, 15);
            criteria.setSortQuery("price asc");
            assertThat(ids(find(criteria))).isEqualTo(platformPage(1, 15));
        }

        @Test
        void whenItIsSwitchedOff() throws ServiceException {
            enabled = false;
            assertThat(page(1, 15)).isEqualTo(platformPage(1, 15));
        }

        @Test
        void whenAffinityCountsForNothing() throws ServiceException {
            strength = 0;
            assertThat(page(1, 15)).isEqualTo(platformPage(1, 15));
        }

        @Test
        void whenNothingIsKnownOfTheShopper() throws ServiceException {
            current = NOBODY;
            assertThat(page(1, 15)).isEqualTo(platformPage(1, 15));
        }

        @Test
        void whenNobodyIsThere() throws ServiceException {
            current = null;
            assertThat(page(1, 15)).isEqualTo(platformPage(1, 15));
        }

        @Test
        void whenTheShopperHasPausedUntilHeGoesOn() throws ServiceException {
            say(InteractionType.PAUSED);
            assertThat(page(1, 15)).isEqualTo(platformPage(1, 15));
            say(InteractionType.RESUMED);
            assertThat(page(1, 15)).isNotEqualTo(platformPage(1, 15));
        }

        private void say(InteractionType word) {
            long at = System.currentTimeMillis() + word.code();
            profiles.happened(ANNA, Interaction.of(word, ANNA.id(), 0, InteractionDetails.NONE, at));
        }

        @Test
        void behindTheWindow() throws ServiceException {
            assertThat(page(7, 15)).isEqualTo(platformPage(7, 15));
        }

        @Test
        void atPagesThatDoNotExist() throws ServiceException {
            assertThat(page(Integer.MAX_VALUE, 90)).isEmpty();
        }

        @Test
        void whenSomethingFails() throws ServiceException {
            ListPersonalizer broken = new ListPersonalizer(
                    profiles,
                    () -> {
                        throw new IllegalStateException("broken");
                    },
                    null,
                    tuning(),
                    new PinnedOrders(10, 1_000),
                    100,
                    new Counters(),
                    failures);
            assertThat(ids(broken.list("all", criteria(1, 15), new Platform()::find)))
                    .isEqualTo(platformPage(1, 15));
            assertThat(failures.count()).isEqualTo(1);
        }
    }

    @Test
    void ordersAllOfAListThatComesWithoutPages() throws ServiceException {
        ProductSearchResult everything = personalizer.list("all", criteria(1, 15), criteria -> {
            ProductSearchCriteria all = criteria(1, PRODUCTS);
            return new Platform().find(all);
        });
        assertThat(ids(everything)).hasSize(PRODUCTS).doesNotHaveDuplicates();
        assertThat(ids(everything)).isNotEqualTo(platformPage(1, PRODUCTS));
    }

    private void like(long product) {
        profiles.happened(ANNA, Interaction.productView(ANNA.id(), product, System.currentTimeMillis()));
    }

    private static List<Long> platformPage(int number, int size) {
        return LongStream.rangeClosed(1, PRODUCTS)
                .skip((number - 1L) * size)
                .limit(size)
                .boxed()
                .toList();
    }

    private List<Long> page(int number, int size) throws ServiceException {
        return ids(find(criteria(number, size)));
    }

    private ProductSearchResult find(ProductSearchCriteria criteria) throws ServiceException {
        return personalizer.list("all", criteria, new Platform()::find);
    }

    private static ProductSearchCriteria criteria(int page, int size) {
        ProductSearchCriteria criteria = new ProductSearchCriteria();
        criteria.setPage(page);
        criteria.setPageSize(size);
        criteria.setFilterCriteria(new HashMap<>());
        return criteria;
    }

    private static List<Long> ids(ProductSearchResult result) {
        return result.getProducts().stream().map(Product::getId).toList();
    }

    private Tuning tuning() {
        return new Tuning() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public double affinityStrength() {
                return strength;
            }
        };
    }

    private static final class Platform {
        static final List<SearchFacetDTO> FACETS = new ArrayList<>();

        ProductSearchResult find(ProductSearchCriteria criteria) {
            ProductSearchResult result = new ProductSearchResult();
            result.setProducts(platformPage(criteria.getPage(), criteria.getPageSize()).stream()
                    .map(id -> Fake.of(Product.class, Map.of("getId", id)))
                    .toList());
            result.setPage(criteria.getPage());
            result.setPageSize(criteria.getPageSize());
            result.setTotalResults(PRODUCTS);
            result.setFacets(FACETS);
            return result;
        }
    }
}
