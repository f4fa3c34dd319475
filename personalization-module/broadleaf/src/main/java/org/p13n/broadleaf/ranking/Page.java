package org.p13n.broadleaf.ranking;

import org.broadleafcommerce.core.search.domain.ProductSearchCriteria;

/**
 * One page of a list.
 *
 * @param number counts from 1
 * @param size how many products a full page shows
 */
record Page(int number, int size) {
    static Page of(ProductSearchCriteria criteria) {
        int number = criteria.getPage() == null ? 1 : Math.max(1, criteria.getPage());
        int size = criteria.getPageSize() == null ? 0 : Math.max(0, criteria.getPageSize());
        return new Page(number, size);
    }

    boolean isFirst() {
        return number == 1;
    }

    long start() {
        return (number - 1L) * size;
    }

    long end() {
        return start() + size;
    }

    /** The largest number of products that is made of whole pages and not more than the window; a first page always. */
    int wholePagesWithin(int window) {
        if (size == 0 || window == 0) {
            return 0;
        }
        return Math.max(1, window / size) * size;
    }
}
