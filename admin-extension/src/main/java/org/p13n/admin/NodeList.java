package org.p13n.admin;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.p13n.broadleaf.config.NodeStatus;

/**
 * The storefront's nodes as they last reported themselves, and who of them still does. A node reports every few
 * seconds; one that has missed several reports counts as silent, and after an hour it is only counted.
 */
record NodeList(List<NodeStatus> live, List<NodeStatus> silent, int gone) {
    private static final long SILENT_AFTER_MISSED_REPORTS = 4;
    private static final Duration SILENT_AFTER_AT_LEAST = Duration.ofSeconds(10);
    private static final Duration GONE_AFTER = Duration.ofHours(1);

    /** @param reportMillis how often a node reports itself */
    static NodeList of(List<NodeStatus> nodes, long reportMillis, long now) {
        long silentAfter = Math.max(SILENT_AFTER_AT_LEAST.toMillis(), SILENT_AFTER_MISSED_REPORTS * reportMillis);
        List<NodeStatus> live = nodes.stream()
                .filter(node -> now - node.seenAt() < silentAfter)
                .sorted(Comparator.comparing(NodeStatus::name))
                .toList();
        List<NodeStatus> silent = nodes.stream()
                .filter(node -> now - node.seenAt() >= silentAfter && now - node.seenAt() < GONE_AFTER.toMillis())
                .sorted(Comparator.comparingLong(NodeStatus::seenAt).reversed().thenComparing(NodeStatus::name))
                .toList();
        return new NodeList(live, silent, nodes.size() - live.size() - silent.size());
    }

    /** The live node that has learned last. */
    Optional<NodeStatus> latest() {
        return live.stream()
                .filter(node -> node.modelTrainedAt() > 0)
                .max(Comparator.comparingLong(NodeStatus::modelTrainedAt).thenComparing(NodeStatus::name));
    }

    /** The live node that failed last. */
    Optional<NodeStatus> failedLast() {
        return live.stream()
                .filter(node -> node.lastErrorKind() != null)
                .max(Comparator.comparingLong(NodeStatus::lastErrorAt).thenComparing(NodeStatus::name));
    }

    long waiting() {
        return live.stream().mapToLong(NodeStatus::queueDepth).sum();
    }

    long dropped() {
        return live.stream().mapToLong(NodeStatus::queueDropped).sum();
    }
}
