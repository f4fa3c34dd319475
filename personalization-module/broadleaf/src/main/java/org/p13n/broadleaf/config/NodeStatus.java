package org.p13n.broadleaf.config;

/**
 * How one storefront node was doing when it last reported itself.
 *
 * @param seenAt epoch milliseconds of the report
 * @param modelTrainedAt epoch milliseconds, 0 while there is no model
 * @param lastErrorKind null if nothing ever failed since the node started
 */
public record NodeStatus(
        String name,
        long seenAt,
        long modelVersion,
        long modelTrainedAt,
        long modelTrainingMillis,
        long modelSizeBytes,
        int modelItems,
        long interactionsLearned,
        int shoppersCached,
        int queueDepth,
        long queueDropped,
        String lastErrorKind,
        long lastErrorAt) {}
