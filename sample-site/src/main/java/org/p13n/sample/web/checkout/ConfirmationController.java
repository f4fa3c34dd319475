package org.p13n.sample.web.checkout;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.web.controller.checkout.BroadleafOrderConfirmationController;
import org.p13n.sample.web.cart.OrderViews;
import org.p13n.sample.web.page.NotFoundController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;

/** The page that confirms an order, for nobody but who placed it. */
@Controller
public class ConfirmationController extends BroadleafOrderConfirmationController {

    private final OrderViews views;

    public ConfirmationController(OrderViews views) {
        this.views = views;
    }

    @RequestMapping(value = "/confirmation/{orderNumber}", method = RequestMethod.GET)
    public ModelAndView show(
            @PathVariable("orderNumber") String orderNumber,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String view = displayOrderConfirmationByOrderNumber(orderNumber, model, request, response);
        if (view == null) {
            return NotFoundController.page(response);
        }
        return new ModelAndView(view).addObject("title", "Thank you").addObject("placed", views.of((Order)
                model.asMap().get("order")));
    }
}
