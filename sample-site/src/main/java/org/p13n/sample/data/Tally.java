package org.p13n.sample.data;

import java.util.ArrayList;
import java.util.List;

/** The counts of a load while it runs. */
final class Tally {
    long categories;
    long products;
    long customers;
    long orders;
    long orderLines;
    long interactions;
    long alreadyThere;
    long rejectedRows;
    final List<String> unusableFiles = new ArrayList<>();

    StoreDataSummary summary() {
        return new StoreDataSummary(
                categories,
                products,
                customers,
                orders,
                orderLines,
                interactions,
                alreadyThere,
                rejectedRows,
                unusableFiles);
    }
}
