package org.p13n.broadleaf.event;

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
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;

/**
 * Sees which product, category or search result the platform's controllers have just answered with. Turning a page of
 * the same list, prefetching and bots are not interest and leave no trace.
 */
public final class BrowseInterceptor extends HandlerInterceptorAdapter {
    private static final String FIRST_PAGE = "1";

    private final InteractionRecorder recorder;
    private final CurrentShopper currentShopper;
    private final Counters counters;
    private final Failures failures;
    private final LongSupplier clock = System::currentTimeMillis;

    public BrowseInterceptor(
            InteractionRecorder recorder, CurrentShopper currentShopper, Counters counters, Failures failures) {
        this.recorder = recorder;
        this.currentShopper = currentShopper;
        this.counters = counters;
        this.failures = failures;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView answer) {
        try {
            if (answer != null && isPage(answer) && "GET".equals(request.getMethod()) && !isPrefetch(request)) {
                observe(request, handler, answer);
            }
        } catch (RuntimeException e) {
            failures.report("observing a page", e);
        }
    }

    private void observe(HttpServletRequest request, Object handler, ModelAndView answer) {
        if (handler instanceof BroadleafProductController) {
            if (answer.getModel().get("product") instanceof Product product) {
                record(request, (shopper, at) -> Interaction.productView(shopper, product.getId(), at));
            }
        } else if (handler instanceof BroadleafCategoryController) {
            if (answer.getModel().get("category") instanceof Category category && isFirstPage(request)) {
                record(request, (shopper, at) -> Interaction.categoryView(shopper, category.getId(), at));
            }
        } else if (handler instanceof HandlerMethod method && method.getBean() instanceof BroadleafSearchController) {
            if (answer.getModel().get("originalQuery") instanceof String query
                    && !query.isBlank()
                    && answer.getModel().get("result") instanceof ProductSearchResult
                    && isFirstPage(request)) {
                record(request, (shopper, at) -> Interaction.search(shopper, query, at));
            }
        }
    }

    private interface Observation {
        Interaction by(long shopperId, long at);
    }

    private void record(HttpServletRequest request, Observation observation) {
        if (Bots.isBot(request.getHeader("User-Agent"))) {
            counters.add(Counter.BOTS_IGNORED, 1);
            return;
        }
        currentShopper
                .find()
                .ifPresent(shopper -> recorder.record(shopper, observation.by(shopper.id(), clock.getAsLong())));
    }

    private static boolean isPage(ModelAndView answer) {
        String view = answer.getViewName();
        return view == null || !(view.startsWith("redirect:") || view.startsWith("forward:"));
    }

    private static boolean isFirstPage(HttpServletRequest request) {
        String page = request.getParameter(ProductSearchCriteria.PAGE_NUMBER);
        return page == null || page.equals(FIRST_PAGE);
    }

    private static boolean isPrefetch(HttpServletRequest request) {
        return contains(request.getHeader("Sec-Purpose"), "prefetch")
                || contains(request.getHeader("Purpose"), "prefetch");
    }

    private static boolean contains(String header, String word) {
        return header != null && header.contains(word);
    }
}
