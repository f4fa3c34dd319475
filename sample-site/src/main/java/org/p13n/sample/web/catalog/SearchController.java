package org.p13n.sample.web.catalog;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.core.search.domain.ProductSearchResult;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafSearchController;
import org.p13n.sample.web.page.FormText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search result page, at {@code /search?q=…}. */
@Controller
public class SearchController extends BroadleafSearchController {

    /** What the shopper types beyond this is not read: nobody describes a product in more. */
    private static final int LONGEST_QUERY = 100;

    private final Listings listings;

    public SearchController(Listings listings) {
        this.listings = listings;
    }

    @Override
    @RequestMapping("/search")
    public String search(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(value = "q", required = false) String query)
            throws ServletException, IOException, ServiceException {
        String readable = readable(query);
        model.addAttribute("title", readable.isEmpty() ? "Search" : "Search: " + readable);
        model.addAttribute("searchTerm", readable);
        if (readable.isEmpty()) {
            return getSearchView();
        }
        String view = super.search(model, request, response, readable);
        if (model.asMap().get(PRODUCT_SEARCH_RESULT_ATTRIBUTE_NAME) instanceof ProductSearchResult result) {
            model.addAttribute("listing", listings.of(result, request, "/search"));
        }
        return view;
    }

    /** The query without control characters and spaces around it, at most as long as a query may be. */
    static String readable(String query) {
        String text = FormText.clean(query);
        return text.length() <= LONGEST_QUERY
                ? text
                : text.substring(0, LONGEST_QUERY).strip();
    }
}
