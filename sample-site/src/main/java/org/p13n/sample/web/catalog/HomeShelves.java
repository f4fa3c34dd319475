package org.p13n.sample.web.catalog;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceContext;
import javax.persistence.TypedQuery;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.service.CatalogService;

/**
 * The lists of the home page: what is new, what sells, what is reduced.
 *
 * <p>Which products they hold is asked once in five minutes; prices and stock are those of the moment.
 */
public class HomeShelves {

    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final long SELLING_WINDOW_MILLIS = TimeUnit.DAYS.toMillis(30);
    private static final int SHOWN = 8;
    private static final int ASKED = 3 * SHOWN;
    private static final int ASKED_OF_ALL_DEPARTMENTS = 200;
    private static final int OF_ONE_DEPARTMENT = 2;

    private static final String SOLD = " product.defaultSku.activeStartDate < :now"
            + " and (product.defaultSku.activeEndDate is null or product.defaultSku.activeEndDate > :now)"
            + " and (product.archiveStatus.archived is null or product.archiveStatus.archived = 'N') ";
    private static final String NEWEST = "select product.id from ProductImpl product where" + SOLD
            + "order by product.defaultSku.activeStartDate desc, product.id";
    private static final String REDUCED = "select product.id from ProductImpl product where" + SOLD
            + "and product.defaultSku.salePrice < product.defaultSku.retailPrice"
            + " order by product.defaultSku.salePrice / product.defaultSku.retailPrice, product.id";
    private static final String BEST_SELLING = "select item.product.id from DiscreteOrderItemImpl item"
            + " where item.order.submitDate > :since group by item.product.id order by sum(item.quantity) desc";

    @PersistenceContext(unitName = "blPU")
    private EntityManager database;

    private final CatalogService catalog;
    private final Shelf shelf;
    private volatile Chosen chosen;

    private record Chosen(List<Long> newest, List<Long> bestSelling, List<Long> reduced, long at) {}

    public HomeShelves(CatalogService catalog, Shelf shelf) {
        this.catalog = catalog;
        this.shelf = shelf;
    }

    public List<ProductCard> newest() {
        return cards(chosen().newest());
    }

    public List<ProductCard> bestSelling() {
        return cards(chosen().bestSelling());
    }

    public List<ProductCard> reduced() {
        return cards(chosen().reduced());
    }

    private List<ProductCard> cards(List<Long> ids) {
        return ids.stream()
                .map(catalog::findProductById)
                .filter(Objects::nonNull)
                .filter(Product::isActive)
                .map(shelf::card)
                .filter(card -> !card.soldOut())
                .limit(SHOWN)
                .toList();
    }

    private Chosen chosen() {
        Chosen current = chosen;
        if (current == null || System.nanoTime() - current.at() > KEPT_NANOS) {
            current = choose();
            chosen = current;
        }
        return current;
    }

    private Chosen choose() {
        Date now = new Date();
        Date since = new Date(now.getTime() - SELLING_WINDOW_MILLIS);
        return new Chosen(
                ids(NEWEST, "now", now, ASKED),
                fromEachDepartment(ids(BEST_SELLING, "since", since, ASKED_OF_ALL_DEPARTMENTS)),
                ids(REDUCED, "now", now, ASKED),
                System.nanoTime());
    }

    /** Groceries sell the most pieces in any shop; without this there would be nothing else. */
    private List<Long> fromEachDepartment(List<Long> bestFirst) {
        Map<String, Integer> taken = new HashMap<>();
        return bestFirst.stream()
                .filter(id -> taken.merge(department(id), 1, Integer::sum) <= OF_ONE_DEPARTMENT)
                .toList();
    }

    private String department(Long productId) {
        List<Breadcrumbs.Crumb> way =
                Breadcrumbs.to(catalog.findProductById(productId).getDefaultCategory());
        return way.isEmpty() ? "" : way.get(0).url();
    }

    private List<Long> ids(String text, String parameter, Date value, int most) {
        TypedQuery<Long> query = database.createQuery(text, Long.class);
        return query.setParameter(parameter, value).setMaxResults(most).getResultList();
    }
}
