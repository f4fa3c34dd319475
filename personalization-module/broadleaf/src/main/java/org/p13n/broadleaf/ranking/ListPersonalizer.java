package org.p13n.broadleaf.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.commons.lang3.StringUtils;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.search.domain.ProductSearchCriteria;
import org.broadleafcommerce.core.search.domain.ProductSearchResult;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.CurrentShopper;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.Impressions;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.engine.profile.ShopperProfile;
import org.p13n.engine.ranking.ListRanker;
import org.springframework.beans.BeanUtils;

/**
 * Re-orders the beginning of a list of products by the shopper's profile and cuts the asked page out of it. The list
 * keeps its products, facets and counts; a sort that the shopper chose is never touched.
 */
public final class ListPersonalizer {
    /*
     * The first "window" of results is fetched as one page and re-ordered as a whole; pages behind it are the
     * platform's own. The window is rounded down to whole pages, so that no page ever straddles its end and nothing is
     * shown twice or lost. A list must also stay put while the shopper turns its pages, although every page view
     * changes the profile: the first page decides the order, the following ones take it from PinnedOrders; also when the
     * first page was the platform's own, because nothing was known of the shopper yet.
     */
    private final ShopperProfiles profiles;
    private final CurrentShopper currentShopper;
    private final ListRanker ranker;
    private final Tuning tuning;
    private final PinnedOrders pinned;
    private final int window;
    private final Counters counters;
    private final Failures failures;
    private final LongSupplier clock;

    /** Fetches one page of a list from the platform. */
    interface Lookup {
        ProductSearchResult find(ProductSearchCriteria criteria) throws ServiceException;
    }

    /** @param window how many of the first results are re-ordered; 0 = none */
    public ListPersonalizer(
            ShopperProfiles profiles,
            CurrentShopper currentShopper,
            ListRanker ranker,
            Tuning tuning,
            PinnedOrders pinned,
            int window,
            Counters counters,
            Failures failures) {
        this.profiles = profiles;
        this.currentShopper = currentShopper;
        this.ranker = ranker;
        this.tuning = tuning;
        this.pinned = pinned;
        this.window = window;
        this.counters = counters;
        this.failures = failures;
        clock = System::currentTimeMillis;
    }

    /** @param name tells this list from all others, apart from its filters */
    ProductSearchResult list(String name, ProductSearchCriteria criteria, Lookup lookup) throws ServiceException {
        try {
            Optional<ProductSearchResult> personal = personal(name, criteria, lookup);
            if (personal.isPresent()) {
                return personal.get();
            }
        } catch (RuntimeException | ServiceException e) {
            failures.report("personalizing a list", e);
        }
        return lookup.find(criteria);
    }

    private Optional<ProductSearchResult> personal(String name, ProductSearchCriteria criteria, Lookup lookup)
            throws ServiceException {
        Page page = Page.of(criteria);
        int reach = page.wholePagesWithin(window);
        double strength = tuning.enabled() ? tuning.affinityStrength() : 0;
        boolean chosenSort = StringUtils.isNotBlank(criteria.getSortQuery());
        if (strength <= 0 || chosenSort || page.size() == 0 || page.end() > reach) {
            return Optional.empty();
        }
        Optional<Shopper> shopper = currentShopper.find();
        if (shopper.isEmpty()) {
            return Optional.empty();
        }
        ShopperProfile profile = profiles.profile(shopper.get());
        Order order = new Order(page, reach, profile, strength, PinnedOrders.key(shopper.get(), name, criteria));
        return isPlatformOrder(order) ? Optional.empty() : reordered(order, criteria, lookup);
    }

    /** What the first page of a list was ordered by, and the pages that follow it have to be, too. */
    private record Order(Page page, int reach, ShopperProfile profile, double strength, String key) {}

    private boolean isPlatformOrder(Order order) {
        if (order.page().isFirst()) {
            if (!order.profile().personalizes()) {
                pinned.pinPlatformOrder(order.key());
            }
            return !order.profile().personalizes();
        }
        return !order.profile().personalizes() || pinned.isPlatformOrder(order.key());
    }

    private Optional<ProductSearchResult> reordered(Order order, ProductSearchCriteria criteria, Lookup lookup)
            throws ServiceException {
        ProductSearchResult found = lookup.find(firstOf(criteria, order.reach()));
        if (found == null || found.getProducts() == null) {
            return Optional.empty();
        }
        boolean isPaged = found.getProducts().size() <= order.reach();
        found.setProducts(cut(found.getProducts(), order));
        if (isPaged) {
            found.setPage(criteria.getPage());
            found.setPageSize(criteria.getPageSize());
        }
        counters.add(Counter.LISTS_PERSONALIZED, 1);
        markPersonalOrder();
        return Optional.of(found);
    }

    private static void markPersonalOrder() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        if (context != null && context.getRequest() != null) {
            Impressions.markPersonalOrder(context.getRequest());
        }
    }

    private List<Product> cut(List<Product> products, Order order) {
        if (products.size() > order.reach()) {
            // a search service that knows no pages shows everything at once
            return inOrder(products, order);
        }
        List<Product> ordered = inOrder(products, order);
        int from = (int) Math.min(order.page().start(), ordered.size());
        int to = (int) Math.min(order.page().end(), ordered.size());
        return new ArrayList<>(ordered.subList(from, to));
    }

    private List<Product> inOrder(List<Product> products, Order order) {
        long[] platform = products.stream().mapToLong(Product::getId).toArray();
        long[] ranked = null;
        if (!order.page().isFirst()) {
            ranked = pinned.find(order.key(), platform);
        }
        if (ranked == null) {
            ranked = ranker.rerank(platform, order.profile(), order.strength(), clock.getAsLong())
                    .itemIds();
            pinned.pin(order.key(), ranked);
        }
        Map<Long, Product> byId = new HashMap<>();
        products.forEach(product -> byId.put(product.getId(), product));
        List<Product> ordered = new ArrayList<>(ranked.length);
        Arrays.stream(ranked).mapToObj(byId::get).forEach(ordered::add);
        return ordered;
    }

    private static ProductSearchCriteria firstOf(ProductSearchCriteria criteria, int size) {
        // the platform's database search changes the criteria that it is given, and a shop may have its own type
        ProductSearchCriteria copy = BeanUtils.instantiateClass(criteria.getClass());
        BeanUtils.copyProperties(criteria, copy);
        if (criteria.getFilterCriteria() != null) {
            copy.setFilterCriteria(new HashMap<>(criteria.getFilterCriteria()));
        }
        copy.setPage(1);
        copy.setPageSize(size);
        return copy;
    }
}
