package org.p13n.broadleaf.config;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * The table in which every storefront node says how it is doing, because the admin is another process; written by
 * {@link NodeReporter}, read by {@link PersonalizationStatus}.
 */
@Entity
@Table(name = "P13N_NODE")
public class NodeRow {
    @Id
    @Column(name = "NODE_NAME", length = 100)
    private String name;

    @Column(name = "SEEN_AT", nullable = false)
    private long seenAt;

    @Column(name = "MODEL_VERSION", nullable = false)
    private long modelVersion;

    @Column(name = "MODEL_TRAINED_AT", nullable = false)
    private long modelTrainedAt;

    @Column(name = "MODEL_TRAINING_MILLIS", nullable = false)
    private long modelTrainingMillis;

    @Column(name = "MODEL_SIZE_BYTES", nullable = false)
    private long modelSizeBytes;

    @Column(name = "MODEL_ITEMS", nullable = false)
    private int modelItems;

    @Column(name = "INTERACTIONS_LEARNED", nullable = false)
    private long interactionsLearned;

    @Column(name = "SHOPPERS_CACHED", nullable = false)
    private int shoppersCached;

    @Column(name = "QUEUE_DEPTH", nullable = false)
    private int queueDepth;

    @Column(name = "QUEUE_DROPPED", nullable = false)
    private long queueDropped;

    @Column(name = "LAST_ERROR_KIND")
    private String lastErrorKind;

    @Column(name = "LAST_ERROR_AT", nullable = false)
    private long lastErrorAt;

    protected NodeRow() {}
}
