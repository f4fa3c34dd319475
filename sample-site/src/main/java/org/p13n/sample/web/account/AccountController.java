package org.p13n.sample.web.account;

import java.util.Comparator;
import java.util.List;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.p13n.sample.web.cart.OrderViews;
import org.p13n.sample.web.page.NotFoundController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** The account: who the shopper is, and the orders placed, newest first. */
@Controller
public class AccountController {

    private static final int SHOWN = 50;

    private final OrderService orders;
    private final OrderViews views;

    public AccountController(OrderService orders, OrderViews views) {
        this.orders = orders;
        this.views = views;
    }

    @RequestMapping(value = "/account", method = RequestMethod.GET)
    public ModelAndView show() {
        Customer customer = CustomerState.getCustomer();
        List<Order> placed = orders.findOrdersForCustomer(customer).stream()
                .filter(AccountController::isPlaced)
                .sorted(Comparator.comparing(Order::getSubmitDate).reversed())
                .toList();
        return new ModelAndView("account/account")
                .addObject("title", "Your account")
                .addObject("customer", customer)
                .addObject("simulated", customer.getCustomerAttributes().containsKey("simulated"))
                .addObject("orderCount", placed.size())
                .addObject("orders", placed.stream().limit(SHOWN).map(views::of).toList());
    }

    @RequestMapping(value = "/account/orders/{orderNumber}", method = RequestMethod.GET)
    public ModelAndView order(@PathVariable("orderNumber") String orderNumber, HttpServletResponse response) {
        Order order = orders.findOrderByOrderNumber(orderNumber);
        if (order == null || !isPlaced(order) || !order.getCustomer().equals(CustomerState.getCustomer())) {
            return NotFoundController.page(response);
        }
        return new ModelAndView("account/order")
                .addObject("title", "Order " + orderNumber)
                .addObject("placed", views.of(order));
    }

    private static boolean isPlaced(Order order) {
        return order.getSubmitDate() != null
                && (OrderStatus.SUBMITTED.equals(order.getStatus()) || OrderStatus.CANCELLED.equals(order.getStatus()));
    }
}
