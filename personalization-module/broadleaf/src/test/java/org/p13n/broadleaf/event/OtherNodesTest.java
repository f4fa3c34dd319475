package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;

class OtherNodesTest {
    private static final long NOW = 1_800_000_000_000L;

    private final ShopDatabase shop = new ShopDatabase();
    private final OtherNodes nodes = new OtherNodes("here", shop.platform(), 1_000, new Failures(), () -> NOW);

    @Test
    void areNoneWhileOnlyThisNodeReportsItself() {
        report("here", NOW);
        nodes.look();
        assertThat(nodes.getAsBoolean()).isFalse();
    }

    @Test
    void areThereWhileTheyReportThemselves() {
        report("there", NOW - 10_000);
        nodes.look();
        assertThat(nodes.getAsBoolean()).isTrue();
    }

    @Test
    void areGoneWhenTheyFellSilent() {
        report("there", NOW - 60_000);
        nodes.look();
        assertThat(nodes.getAsBoolean()).isFalse();
    }

    private void report(String node, long at) {
        shop.run(
                "INSERT INTO P13N_NODE (NODE_NAME, SEEN_AT, MODEL_VERSION, MODEL_TRAINED_AT, MODEL_TRAINING_MILLIS,"
                        + " MODEL_SIZE_BYTES, MODEL_ITEMS, INTERACTIONS_LEARNED, SHOPPERS_CACHED, QUEUE_DEPTH,"
                        + " QUEUE_DROPPED, LAST_ERROR_AT) VALUES (?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)",
                node,
                at);
    }
}
