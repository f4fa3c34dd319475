package org.p13n.broadleaf.event;

import java.util.List;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.search.domain.ProductSearchCriteria;
import org.broadleafcommerce.core.search.domain.ProductSearchResult;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafCategoryController;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafProductController;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafSearchController;
import org.p13n.broadleaf.event.ShownLists.Page;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShownList;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;

/**
 * Sees which product, category or search result the platform's controllers have just answered with, and the list that
 * the page shows. Prefetching and bots are not interest and leave no trace; turning a page of the same list is not
 * another search.
 */
public final class BrowseInterceptor extends HandlerInterceptorAdapter {
    private static final String FIRST_PAGE = "1";

    private final CurrentVisit visits;
    private final InteractionRecorder recorder;
    private final Impressions impressions;
    private final ShownLists lists;
    private final CheckoutWatch checkout;
    private final Failures failures;
    private final LongSupplier clock = System::currentTimeMillis;

    public BrowseInterceptor(
            CurrentVisit visits,
            InteractionRecorder recorder,
            Impressions impressions,
            ShownLists lists,
            CheckoutWatch checkout,
            Failures failures) {
        this.visits = visits;
        this.recorder = recorder;
        this.impressions = impressions;
        this.lists = lists;
        this.checkout = checkout;
        this.failures = failures;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView answer) {
        try {
            if (answer != null && isPage(answer) && "GET".equals(request.getMethod())) {
                observe(request, handler, answer);
            }
        } catch (RuntimeException e) {
            failures.report("observing a page", e);
        }
    }

    private void observe(HttpServletRequest request, Object handler, ModelAndView answer) {
        if (handler instanceof BroadleafProductController) {
            if (answer.getModel().get("product") instanceof Product product) {
                visits.find(request).ifPresent(visit -> product(request, visit, product.getId()));
            }
        } else if (handler instanceof BroadleafCategoryController) {
            if (answer.getModel().get("category") instanceof Category category) {
                visits.find(request).ifPresent(visit -> category(request, visit, category, answer));
            }
        } else if (handler instanceof HandlerMethod method && method.getBean() instanceof BroadleafSearchController) {
            visits.find(request).ifPresent(visit -> search(request, visit, answer));
        } else if (checkout.isStarted(request)) {
            visits.find(request)
                    .ifPresent(visit -> record(
                            visit,
                            Interaction.of(
                                    InteractionType.CHECKOUT_START,
                                    visit.shopper().id(),
                                    0,
                                    InteractionDetails.NONE,
                                    clock.getAsLong())));
        }
    }

    private void product(HttpServletRequest request, Visit visit, long productId) {
        long shopperId = visit.shopper().id();
        long now = clock.getAsLong();
        lists.inferClick(shopperId, productId, Page.of(RequestAddress.before(request)))
                .ifPresent(click ->
                        record(visit, Interaction.click(shopperId, productId, click.listId(), click.position(), now)));
        InteractionDetails led = InteractionDetails.NONE.withImpression(lists.lastClickedFrom(shopperId, productId));
        boolean quick = "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
        InteractionType type = quick ? InteractionType.QUICK_LOOK : InteractionType.PRODUCT_VIEW;
        record(visit, Interaction.of(type, shopperId, productId, led, now));
        if (!quick) {
            lists.viewed(shopperId, productId);
            new PageSubject(productId, 0, List.of()).keepIn(request);
        }
    }

    private void category(HttpServletRequest request, Visit visit, Category category, ModelAndView answer) {
        if (isFirstPage(request)) {
            record(visit, Interaction.categoryView(visit.shopper().id(), category.getId(), clock.getAsLong()));
        }
        if (answer.getModel().get("result") instanceof ProductSearchResult result) {
            show(request, "category", category.getId(), result);
        }
    }

    private void search(HttpServletRequest request, Visit visit, ModelAndView answer) {
        if (answer.getModel().get("originalQuery") instanceof String query
                && !query.isBlank()
                && answer.getModel().get("result") instanceof ProductSearchResult result) {
            if (isFirstPage(request)) {
                InteractionDetails details = InteractionDetails.NONE
                        .withValue(Math.max(0, result.getTotalResults() == null ? 0 : result.getTotalResults()))
                        .withText(ChosenFilters.of(request, answer.getModel()));
                Interaction search = Interaction.search(visit.shopper().id(), query, clock.getAsLong());
                record(visit, search.with(details));
            }
            show(request, "search", 0, result);
        }
    }

    private void show(HttpServletRequest request, String placement, long categoryId, ProductSearchResult result) {
        List<Product> products = result.getProducts() == null ? List.of() : result.getProducts();
        String strategy = Impressions.isPersonalOrder(request) ? "personal" : "platform";
        List<Long> ids = products.stream().map(Product::getId).toList();
        long listId = impressions.shown(request, new ShownList(placement, strategy, 0, categoryId, ids), List.of());
        new PageSubject(0, listId, products).keepIn(request);
    }

    private void record(Visit visit, Interaction interaction) {
        recorder.record(visit.shopper(), visit.here(interaction));
    }

    private static boolean isPage(ModelAndView answer) {
        String view = answer.getViewName();
        return view == null || !(view.startsWith("redirect:") || view.startsWith("forward:"));
    }

    private static boolean isFirstPage(HttpServletRequest request) {
        String page = request.getParameter(ProductSearchCriteria.PAGE_NUMBER);
        return page == null || page.equals(FIRST_PAGE);
    }
}
