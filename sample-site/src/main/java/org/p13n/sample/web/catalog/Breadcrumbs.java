package org.p13n.sample.web.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.broadleafcommerce.core.catalog.domain.Category;

/** The way from the home page down to a category, along each one's default parent. */
final class Breadcrumbs {

    /** A tree that an admin tied into a ring must not hang a page. */
    private static final int DEEPEST = 8;

    /** One step of the way. */
    record Crumb(String name, String url) {}

    private Breadcrumbs() {}

    static List<Crumb> to(Category category) {
        List<Crumb> crumbs = new ArrayList<>();
        Category step = category;
        while (step != null && crumbs.size() < DEEPEST) {
            if (step.getUrl() != null) {
                crumbs.add(new Crumb(step.getName(), step.getUrl()));
            }
            step = step.getDefaultParentCategory();
        }
        Collections.reverse(crumbs);
        return crumbs;
    }
}
