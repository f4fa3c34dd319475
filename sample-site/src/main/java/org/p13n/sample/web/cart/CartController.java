package org.p13n.sample.web.cart;

import javax.servlet.http.HttpServletRequest;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.order.domain.Order;
import org.p13n.sample.web.page.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cart page and the forms that change the cart; each form leads back to a page, with a notice on it. */
@Controller
public class CartController {

    private static final Log LOG = LogFactory.getLog(CartController.class);
    private static final String CART = "redirect:/cart";

    /** Not "cart": under that name the platform keeps the order itself while it serves the request. */
    private static final String CONTENTS = "contents";

    private final CatalogService catalog;
    private final Carts carts;
    private final OrderViews views;

    public CartController(CatalogService catalog, Carts carts, OrderViews views) {
        this.catalog = catalog;
        this.carts = carts;
        this.views = views;
    }

    @RequestMapping(value = "/cart", method = RequestMethod.GET)
    public String show(Model model) {
        Order cart = Carts.current();
        model.addAttribute("title", "Your cart");
        model.addAttribute(CONTENTS, Carts.isEmpty() ? null : views.of(cart));
        model.addAttribute("most", AddRequest.MOST);
        return "cart/cart";
    }

    @RequestMapping(value = "/cart/add", method = RequestMethod.POST)
    public String add(HttpServletRequest request, RedirectAttributes redirect) {
        String back = CART;
        try {
            AddRequest wanted = AddRequest.of(request.getParameterMap());
            Product product = product(wanted.productId());
            back = "redirect:" + product.getUrl();
            carts.add(product, wanted);
            Notice.done("cart.added", product.getName()).showNext(redirect);
            return CART;
        } catch (CartProblem problem) {
            return tell(problem, redirect, back);
        }
    }

    @RequestMapping(value = "/cart/update", method = RequestMethod.POST)
    public String update(
            @RequestParam("orderItemId") long lineId,
            @RequestParam(value = "quantity", required = false) String quantity,
            RedirectAttributes redirect) {
        try {
            carts.change(lineId, AddRequest.quantity(quantity, 0));
            Notice.done("cart.updated", null).showNext(redirect);
            return CART;
        } catch (CartProblem problem) {
            return tell(problem, redirect, CART);
        }
    }

    @RequestMapping(value = "/cart/remove", method = RequestMethod.POST)
    public String remove(@RequestParam("orderItemId") long lineId, RedirectAttributes redirect) {
        try {
            carts.remove(lineId);
            Notice.done("cart.removed", null).showNext(redirect);
            return CART;
        } catch (CartProblem problem) {
            return tell(problem, redirect, CART);
        }
    }

    private Product product(long id) throws CartProblem {
        Product product = catalog.findProductById(id);
        if (product == null || !product.isActive()) {
            throw new CartProblem("cart.product", null);
        }
        return product;
    }

    private static String tell(CartProblem problem, RedirectAttributes redirect, String back) {
        if (problem.isUnexpected()) {
            LOG.error("The cart could not be changed", problem);
        }
        problem.notice().showNext(redirect);
        return back;
    }
}
