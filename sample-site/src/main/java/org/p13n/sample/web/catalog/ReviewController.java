package org.p13n.sample.web.catalog;

import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.p13n.sample.web.page.Notice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes reviews from shoppers who are logged in; a second one replaces the first. */
@Controller
public class ReviewController {

    private final CatalogService catalog;
    private final Reviews reviews;

    public ReviewController(CatalogService catalog, Reviews reviews) {
        this.catalog = catalog;
        this.reviews = reviews;
    }

    @RequestMapping(value = "/account/reviews", method = RequestMethod.POST)
    public String write(
            @RequestParam("productId") long productId,
            @RequestParam(value = "rating", required = false) String rating,
            @RequestParam(value = "text", required = false) String text,
            RedirectAttributes redirect) {
        Product product = catalog.findProductById(productId);
        if (product == null || !product.isActive()) {
            Notice.problem("review.product", null).showNext(redirect);
            return "redirect:/";
        }
        write(productId, rating, text == null ? "" : text.strip()).showNext(redirect);
        return "redirect:" + product.getUrl() + "#reviews";
    }

    private Notice write(long productId, String rating, String text) {
        if (rating == null || !rating.matches("[1-" + Reviews.BEST + "]")) {
            return Notice.problem("review.rating", Reviews.BEST);
        }
        if (text.isEmpty() || text.length() > Reviews.LONGEST_TEXT) {
            return Notice.problem("review.text", Reviews.LONGEST_TEXT);
        }
        reviews.write(productId, CustomerState.getCustomer(), Integer.parseInt(rating), text);
        return Notice.done("review.done", null);
    }
}
