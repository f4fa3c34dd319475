package org.p13n.sample.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.catalog.domain.CategoryXref;
import org.broadleafcommerce.core.catalog.service.CatalogService;

/**
 * The shop's menu: the active categories without a parent, and those below them.
 *
 * <p>It is read from the catalog at most twice a minute and shared by all pages, so that a page costs no query for it and
 * a merchandiser still sees a change soon.
 */
public final class Navigation {

    private static final long KEPT_NANOS = 30_000_000_000L;
    private static final int LEVELS = 3;

    private final CatalogService catalog;
    private final Function<String, String> pictures;
    private final LongSupplier nanos;
    private volatile Reading reading;

    private record Reading(List<NavigationEntry> departments, long at) {}

    public Navigation(CatalogService catalog, DepartmentPictures pictures) {
        this(catalog, pictures::of, System::nanoTime);
    }

    Navigation(CatalogService catalog, Function<String, String> pictures, LongSupplier nanos) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.nanos = nanos;
    }

    public List<NavigationEntry> departments() {
        Reading current = reading;
        if (current == null || nanos.getAsLong() - current.at() > KEPT_NANOS) {
            current = new Reading(read(), nanos.getAsLong());
            reading = current;
        }
        return current.departments();
    }

    private List<NavigationEntry> read() {
        return catalog.findAllCategories().stream()
                .filter(category -> category.getDefaultParentCategory() == null && isShown(category))
                .sorted(Comparator.comparing(Category::getId))
                .map(category -> entry(category, pictures.apply(category.getUrl()), LEVELS))
                .toList();
    }

    private static NavigationEntry entry(Category category, String picture, int levels) {
        return new NavigationEntry(
                category.getId(),
                category.getName(),
                category.getUrl(),
                category.getDescription(),
                picture,
                levels == 1 ? List.of() : children(category, levels - 1));
    }

    private static List<NavigationEntry> children(Category category, int levels) {
        List<NavigationEntry> children = new ArrayList<>();
        for (CategoryXref xref : category.getAllChildCategoryXrefs()) {
            if (isShown(xref.getSubCategory())) {
                children.add(entry(xref.getSubCategory(), null, levels));
            }
        }
        return List.copyOf(children);
    }

    private static boolean isShown(Category category) {
        return category.isActive() && category.getUrl() != null;
    }
}
