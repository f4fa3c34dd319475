package org.p13n.sample.web.catalog;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.catalog.domain.CategoryXref;
import org.broadleafcommerce.core.search.domain.ProductSearchResult;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafCategoryController;
import org.p13n.sample.web.page.NotFoundController;
import org.springframework.web.servlet.ModelAndView;

/** The page of a category: its sub-categories and all products in and below it. */
public final class CategoryPageController extends BroadleafCategoryController {

    private final Listings listings;

    public CategoryPageController(Listings listings) {
        this.listings = listings;
    }

    @Override
    public ModelAndView handleRequest(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Category category = (Category) request.getAttribute(CATEGORY_ATTRIBUTE_NAME);
        if (!category.isActive()) {
            return NotFoundController.page(response);
        }
        ModelAndView page = super.handleRequest(request, response);
        if (page.getModel().get(PRODUCT_SEARCH_RESULT_ATTRIBUTE_NAME) instanceof ProductSearchResult result) {
            List<Breadcrumbs.Crumb> crumbs = Breadcrumbs.to(category);
            page.addObject("title", category.getName());
            page.addObject("description", category.getDescription());
            page.addObject("crumbs", crumbs);
            page.addObject("subcategories", subcategories(category));
            page.addObject("listing", listings.of(result, request, category.getUrl()));
        }
        return page;
    }

    private static List<Breadcrumbs.Crumb> subcategories(Category category) {
        return category.getAllChildCategoryXrefs().stream()
                .map(CategoryXref::getSubCategory)
                .filter(child -> child.isActive() && child.getUrl() != null)
                .map(child -> new Breadcrumbs.Crumb(child.getName(), child.getUrl()))
                .toList();
    }
}
