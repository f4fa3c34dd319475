package org.p13n.sample.data;

import java.util.List;

/**
 * What a load did. All counts are of this load alone: a start that finds everything in place reports zeros.
 *
 * @param unusableFiles one sentence for each file that could not be read at all
 */
public record StoreDataSummary(
        long categories,
        long products,
        long customers,
        long orders,
        long orderLines,
        long interactions,
        long alreadyThere,
        long rejectedRows,
        List<String> unusableFiles) {

    public StoreDataSummary {
        unusableFiles = List.copyOf(unusableFiles);
    }
}
