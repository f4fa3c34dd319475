package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
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
import org.broadleafcommerce.core.web.controller.catalog.BroadleafCategoryController;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafProductController;
import org.broadleafcommerce.core.workflow.DefaultProcessContextImpl;
import org.broadleafcommerce.core.workflow.ProcessContext;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.Fake;
import org.p13n.broadleaf.event.CartActivity.Operation;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.InteractionType;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.web.servlet.ModelAndView;

class ObservationTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    private final Counters counters = new Counters();
    private final Failures failures = new Failures();
    private final InteractionQueue queue = new InteractionQueue(16);
    private final CurrentShopper current = () -> Optional.of(new Shopper(7, false));
    private final InteractionRecorder recorder = new InteractionRecorder(queue, List.of(), counters, failures);

    @Nested
    class OfPages {
        private final BrowseInterceptor interceptor = new BrowseInterceptor(recorder, current, counters, failures);
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

        private ModelAndView productPage() {
            return new ModelAndView("catalog/product", "product", Fake.of(Product.class, Map.of("getId", 11L)));
        }

        private ModelAndView categoryPage() {
            return new ModelAndView("catalog/category", "category", Fake.of(Category.class, Map.of("getId", 5L)));
        }

        private static HttpServletRequest get(Map<String, String> parameters, String userAgent) {
            Function<Object[], Object> parameter = given -> parameters.get((String) given[0]);
            Function<Object[], Object> header = given -> "User-Agent".equals(given[0]) ? userAgent : null;
            Map<String, Object> answers = new HashMap<>(Map.of("getMethod", "GET"));
            answers.put("getParameter", parameter);
            answers.put("getHeader", header);
            return Fake.of(HttpServletRequest.class, answers);
        }
    }

    @Nested
    class OfCarts {
        @AfterEach
        void endTransaction() {
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
        void aWishListIsNotACart() {
            run(Operation.ADD, line(11, 3), null, OrderStatus.NAMED);
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
                    new CartActivity(operation, recorder, current, failures).execute(context);
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

    private List<Interaction> recorded() {
        List<Interaction> drained = new ArrayList<>();
        queue.drainTo(drained, 100);
        return drained;
    }
}
