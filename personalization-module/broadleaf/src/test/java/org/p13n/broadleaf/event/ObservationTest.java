package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductImpl;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItem;
import org.broadleafcommerce.core.order.domain.DiscreteOrderItemImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.core.order.service.workflow.CartOperationRequest;
import org.broadleafcommerce.core.search.domain.Field;
import org.broadleafcommerce.core.search.domain.FieldImpl;
import org.broadleafcommerce.core.search.domain.ProductSearchResult;
import org.broadleafcommerce.core.search.domain.SearchFacet;
import org.broadleafcommerce.core.search.domain.SearchFacetDTO;
import org.broadleafcommerce.core.search.domain.SearchFacetImpl;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafCategoryController;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafProductController;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafSearchController;
import org.broadleafcommerce.core.workflow.DefaultProcessContextImpl;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.Fake;
import org.p13n.broadleaf.event.CartActivity.Operation;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.ShownLists.Page;
import org.p13n.broadleaf.event.ShownLists.Shown;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShoppingContext.Device;
import org.p13n.engine.event.ShoppingSessions;
import org.p13n.engine.event.ShownList;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;

class ObservationTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private final Counters counters = new Counters();
    private final Failures failures = new Failures();
    private final InteractionQueue queue = new InteractionQueue(16);
    private final CurrentShopper current = () -> Optional.of(new Shopper(7, false));
    private final InteractionRecorder recorder = new InteractionRecorder(queue, List.of(), counters, failures);
    private final ShownLists lists = new ShownLists(100, ShoppingSessions.USUAL, 1_800_000);
    private final CurrentVisit visits = new CurrentVisit(current, new ContextReader(""), new BotRates(0), counters);
    private final Impressions impressions = new Impressions(visits, recorder, new InteractionIds(), lists);

    @Nested
    class OfPages {
        private final BrowseInterceptor interceptor =
                new BrowseInterceptor(visits, recorder, impressions, lists, new CheckoutWatch("/checkout"), failures);
        private final BroadleafProductController products = new BroadleafProductController();
        private final BroadleafCategoryController categories = new BroadleafCategoryController();

        @Test
        void aProductPageIsAProductView() {
            interceptor.postHandle(get(Map.of(), FIREFOX), null, products, productPage());
            assertThat(recorded()).singleElement().satisfies(view -> {
                assertThat(view.type()).isEqualTo(InteractionType.PRODUCT_VIEW);
                assertThat(view.itemId()).isEqualTo(11);
                assertThat(view.shopperId()).isEqualTo(7);
            });
        }

        @Test
        void onlyTheFirstPageOfACategoryIsACategoryView() {
            interceptor.postHandle(get(Map.of(), FIREFOX), null, categories, categoryPage());
            interceptor.postHandle(get(Map.of("page", "2"), FIREFOX), null, categories, categoryPage());
            assertThat(recorded()).extracting(Interaction::categoryId).containsExactly(5L);
        }

        @Test
        void aBotLeavesNoTrace() {
            interceptor.postHandle(get(Map.of(), "Googlebot/2.1"), null, products, productPage());
            assertThat(recorded()).isEmpty();
            assertThat(counters.of(Counter.BOTS_IGNORED)).isEqualTo(1);
        }

        @Test
        void whoLooksAtMorePagesThanAPersonCanIsABot() {
            CurrentVisit strict = new CurrentVisit(current, new ContextReader(""), new BotRates(3, () -> 0), counters);
            BrowseInterceptor watching = new BrowseInterceptor(
                    strict, recorder, impressions, lists, new CheckoutWatch("/checkout"), failures);
            for (int page = 0; page < 10; page++) {
                watching.postHandle(get(Map.of(), FIREFOX), null, products, productPage());
            }
            assertThat(recorded()).hasSize(3);
            assertThat(counters.of(Counter.BOTS_IGNORED)).isEqualTo(7);
        }

        @Test
        void aRedirectIsNotAView() {
            ModelAndView redirect = productPage();
            redirect.setViewName("redirect:/elsewhere");
            interceptor.postHandle(get(Map.of(), FIREFOX), null, products, redirect);
            assertThat(recorded()).isEmpty();
        }

        @Test
        void aFailureIsReportedAndBreaksNothing() {
            HttpServletRequest broken =
                    Fake.of(HttpServletRequest.class, Map.of("getMethod", (Function<Object[], Object>) given -> {
                        throw new IllegalStateException("broken");
                    }));
            interceptor.postHandle(broken, null, products, productPage());
            assertThat(failures.count()).isEqualTo(1);
        }

        @Test
        void aSearchTellsItsFiltersAndHowMuchItFound() {
            interceptor.postHandle(get(Map.of("brand", "Acme", "q", "tea"), FIREFOX), null, searching(), searchPage());
            assertThat(recorded()).element(0).satisfies(search -> {
                assertThat(search.type()).isEqualTo(InteractionType.SEARCH);
                assertThat(search.query()).isEqualTo("tea");
                assertThat(search.details().value()).isEqualTo(30);
                assertThat(search.details().text()).isEqualTo("brand=Acme");
                assertThat(search.details().context().device()).isEqualTo(Device.DESKTOP);
            });
        }

        @Test
        void eachPageOfASearchIsAListThatWasShown() {
            interceptor.postHandle(get(Map.of("page", "2"), FIREFOX), null, searching(), searchPage());
            assertThat(recorded()).singleElement().satisfies(shown -> {
                assertThat(shown.type()).isEqualTo(InteractionType.IMPRESSION);
                ShownList list = ShownList.decode(shown.details().text());
                assertThat(list.placement()).isEqualTo("search");
                assertThat(list.strategy()).isEqualTo("platform");
                assertThat(list.itemIds()).containsExactly(12L, 11L);
            });
        }

        @Test
        void aProductThatStoodInAListWasChosenFromIt() {
            show(77, 9L, 11L);
            interceptor.postHandle(get(Map.of(), FIREFOX), null, products, productPage());
            interceptor.postHandle(get(Map.of(), FIREFOX), null, products, productPage());
            assertThat(recorded())
                    .extracting(Interaction::type)
                    .containsExactly(InteractionType.CLICK, InteractionType.PRODUCT_VIEW, InteractionType.PRODUCT_VIEW);
        }

        @Test
        void aProductFetchedByAScriptIsAQuickLook() {
            Map<String, String> headers = Map.of("User-Agent", FIREFOX, "X-Requested-With", "XMLHttpRequest");
            interceptor.postHandle(get(Map.of(), headers), null, products, productPage());
            assertThat(recorded()).extracting(Interaction::type).containsExactly(InteractionType.QUICK_LOOK);
        }

        private HandlerMethod searching() {
            try {
                return new HandlerMethod(new BroadleafSearchController(), "toString");
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        private ModelAndView searchPage() {
            ProductSearchResult found = new ProductSearchResult();
            found.setTotalResults(30);
            found.setProducts(List.of(
                    Fake.of(Product.class, Map.of("getId", 12L)), Fake.of(Product.class, Map.of("getId", 11L))));
            Field field = new FieldImpl();
            field.setAbbreviation("brand");
            SearchFacet facet = new SearchFacetImpl();
            facet.setField(field);
            SearchFacetDTO offered = new SearchFacetDTO();
            offered.setFacet(facet);
            return new ModelAndView(
                    "catalog/search", Map.of("originalQuery", "tea", "result", found, "facets", List.of(offered)));
        }

        private ModelAndView productPage() {
            return new ModelAndView("catalog/product", "product", Fake.of(Product.class, Map.of("getId", 11L)));
        }

        private ModelAndView categoryPage() {
            return new ModelAndView("catalog/category", "category", Fake.of(Category.class, Map.of("getId", 5L)));
        }
    }

    @Nested
    class OfCarts {
        @BeforeEach
        void beginRequest() {
            BroadleafRequestContext context = new BroadleafRequestContext();
            context.setRequest(get(Map.of(), FIREFOX));
            BroadleafRequestContext.setBroadleafRequestContext(context);
        }

        @AfterEach
        void endRequestAndTransaction() {
            BroadleafRequestContext.setBroadleafRequestContext(null);
            if (TransactionSynchronizationManager.isSynchronizationActive()) {
                TransactionSynchronizationManager.clearSynchronization();
            }
        }

        @Test
        void anAdditionCountsItsQuantity() {
            run(Operation.ADD, line(11, 3), null, OrderStatus.IN_PROCESS);
            assertThat(recorded()).singleElement().satisfies(change -> {
                assertThat(change.type()).isEqualTo(InteractionType.CART_ADD);
                assertThat(change.quantity()).isEqualTo(3);
            });
        }

        @Test
        void anUpdateCountsTheDifference() {
            run(Operation.UPDATE, line(11, 3), -2, OrderStatus.IN_PROCESS);
            run(Operation.UPDATE, line(11, 3), 0, OrderStatus.IN_PROCESS);
            assertThat(recorded()).singleElement().satisfies(change -> {
                assertThat(change.type()).isEqualTo(InteractionType.CART_REMOVE);
                assertThat(change.quantity()).isEqualTo(2);
            });
        }

        @Test
        void aRemovalTakesEverythingBack() {
            run(Operation.REMOVE, line(11, 4), null, OrderStatus.IN_PROCESS);
            assertThat(recorded()).extracting(Interaction::type).containsExactly(InteractionType.CART_REMOVE);
        }

        @Test
        void whatIsAddedToAWishListIsAWish() {
            run(Operation.ADD, line(11, 3), null, OrderStatus.NAMED);
            run(Operation.REMOVE, line(11, 3), null, OrderStatus.NAMED);
            assertThat(recorded()).singleElement().satisfies(wish -> {
                assertThat(wish.type()).isEqualTo(InteractionType.WISH_LIST_ADD);
                assertThat(wish.itemId()).isEqualTo(11);
            });
        }

        @Test
        void anAdditionNamesTheListThatLedToIt() {
            show(77, 9L, 11L);
            lists.confirmClick(7, 77, 2);
            run(Operation.ADD, line(11, 1), null, OrderStatus.IN_PROCESS);
            run(Operation.ADD, line(9, 1), null, OrderStatus.IN_PROCESS);
            assertThat(recorded())
                    .extracting(change -> change.details().impressionId())
                    .containsExactly(77L, 0L);
        }

        @Test
        void nobodysConsentIsKnownOutsideARequest() {
            BroadleafRequestContext.setBroadleafRequestContext(null);
            run(Operation.ADD, line(11, 3), null, OrderStatus.IN_PROCESS);
            assertThat(recorded()).isEmpty();
        }

        @Test
        void nothingIsRecordedBeforeTheCommit() {
            TransactionSynchronizationManager.initSynchronization();
            run(Operation.ADD, line(11, 3), null, OrderStatus.IN_PROCESS);
            assertThat(recorded()).isEmpty();
            TransactionSynchronizationUtils.triggerAfterCommit();
            assertThat(recorded()).hasSize(1);
        }

        @Test
        void aRollbackLeavesNoTrace() {
            TransactionSynchronizationManager.initSynchronization();
            run(Operation.ADD, line(11, 3), null, OrderStatus.IN_PROCESS);
            TransactionSynchronizationManager.clearSynchronization();
            assertThat(recorded()).isEmpty();
        }

        @Test
        void aFailureNeverReachesTheCart() {
            run(Operation.ADD, new DiscreteOrderItemImpl(), null, OrderStatus.IN_PROCESS);
            assertThat(failures.count()).isEqualTo(1);
        }

        private void run(Operation operation, DiscreteOrderItem line, Integer delta, OrderStatus status) {
            CartOperationRequest request = new CartOperationRequest(cart(status), new OrderItemRequestDTO(), true);
            request.setOrderItem(line);
            request.setOrderItemQuantityDelta(delta);
            DefaultProcessContextImpl<CartOperationRequest> context = new DefaultProcessContextImpl<>();
            context.setSeedData(request);
            ProcessContext<CartOperationRequest> after =
                    new CartActivity(operation, recorder, visits, lists, failures).execute(context);
            assertThat(after).isSameAs(context);
        }

        private static Order cart(OrderStatus status) {
            Customer customer = new CustomerImpl();
            customer.setId(7L);
            Order cart = new OrderImpl();
            cart.setCustomer(customer);
            cart.setStatus(status);
            return cart;
        }

        private static DiscreteOrderItem line(long productId, int quantity) {
            Product product = new ProductImpl();
            product.setId(productId);
            return Fake.of(DiscreteOrderItem.class, Map.of("getProduct", product, "getQuantity", quantity));
        }
    }

    private void show(long listId, Long... productIds) {
        ShownList list = new ShownList("home", "also-like", 3, 0, List.of(productIds));
        lists.add(7, new Shown(listId, list, Page.of("/"), List.of(), System.currentTimeMillis()));
    }

    private static HttpServletRequest get(Map<String, String> parameters, String userAgent) {
        return get(parameters, Map.of("User-Agent", userAgent));
    }

    private static HttpServletRequest get(Map<String, String> parameters, Map<String, String> headers) {
        Map<String, Object> attributes = new HashMap<>();
        Function<Object[], Object> parameter = given -> parameters.get((String) given[0]);
        Function<Object[], Object> values =
                given -> parameters.containsKey(given[0]) ? new String[] {parameters.get(given[0])} : null;
        Function<Object[], Object> header = given -> headers.get((String) given[0]);
        Function<Object[], Object> attribute = given -> attributes.get((String) given[0]);
        Function<Object[], Object> keep = given -> attributes.put((String) given[0], given[1]);
        return Fake.of(
                HttpServletRequest.class,
                Map.of(
                        "getMethod", "GET",
                        "getRequestURI", "/here",
                        "getServerName", "shop.example",
                        "getParameter", parameter,
                        "getParameterValues", values,
                        "getHeader", header,
                        "getAttribute", attribute,
                        "setAttribute", keep));
    }

    private List<Interaction> recorded() {
        List<Interaction> drained = new ArrayList<>();
        queue.drainTo(drained, 100);
        return drained;
    }
}
