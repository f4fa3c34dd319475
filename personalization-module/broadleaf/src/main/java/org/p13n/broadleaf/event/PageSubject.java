package org.p13n.broadleaf.event;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.core.catalog.domain.Product;

/**
 * What a page is about, for the browser script that the page carries.
 *
 * @param productId the product whose page it is, 0 if none
 * @param listId the impression of the search result or category that it shows, 0 if none
 * @param products that list's products in their order
 */
public record PageSubject(long productId, long listId, List<Product> products) {
    private static final String ATTRIBUTE = PageSubject.class.getName();
    private static final PageSubject NONE = new PageSubject(0, 0, List.of());

    public PageSubject {
        products = List.copyOf(products);
    }

    public static PageSubject of(HttpServletRequest request) {
        return RequestNotes.get(request, ATTRIBUTE) instanceof PageSubject subject ? subject : NONE;
    }

    void keepIn(HttpServletRequest request) {
        RequestNotes.put(request, ATTRIBUTE, this);
    }
}
