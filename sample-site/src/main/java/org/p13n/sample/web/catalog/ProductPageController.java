package org.p13n.sample.web.catalog;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.web.catalog.ProductHandlerMapping;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafProductController;
import org.p13n.sample.web.page.NotFoundController;
import org.springframework.web.servlet.ModelAndView;

/** The page of a product; one that is archived or not sold yet has none. */
public final class ProductPageController extends BroadleafProductController {

    private final Shelf shelf;
    private final Reviews reviews;

    public ProductPageController(Shelf shelf, Reviews reviews) {
        this.shelf = shelf;
        this.reviews = reviews;
    }

    @Override
    public ModelAndView handleRequest(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Product product = (Product) request.getAttribute(ProductHandlerMapping.CURRENT_PRODUCT_ATTRIBUTE_NAME);
        if (!product.isActive()) {
            return NotFoundController.page(response);
        }
        ModelAndView page = super.handleRequest(request, response);
        page.addObject("title", product.getName());
        page.addObject("description", product.getDescription());
        page.addObject("crumbs", Breadcrumbs.to(product.getDefaultCategory()));
        page.addObject("detail", ProductDetail.of(product, shelf));
        page.addObject("opinions", reviews.of(product.getId()));
        return page;
    }
}
