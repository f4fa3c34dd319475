package org.p13n.broadleaf.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The table of trained models; a row is written together with all its parts, so that a model is there whole or not. */
@Entity
@Table(name = "P13N_MODEL")
public class ModelRow {
    @Id
    @Column(name = "MODEL_VERSION")
    private long version;

    @Column(name = "BEGAN_AT", nullable = false)
    private long beganAt;

    @Column(name = "TRAINED_AT", nullable = false)
    private long trainedAt;

    @Column(name = "TRAINED_BY", nullable = false, length = 100)
    private String trainedBy;

    @Column(name = "INTERACTIONS", nullable = false)
    private long interactions;

    @Column(name = "ITEMS", nullable = false)
    private int items;

    @Column(name = "IMPORTED", nullable = false)
    private long imported;

    /** The latest word of late arrivals when the training began. */
    @Column(name = "LATE_WORD", length = 50)
    private String lateWord;

    @Column(name = "SNAPSHOT_BYTES", nullable = false)
    private long snapshotBytes;

    @Column(name = "PARTS", nullable = false)
    private int parts;

    protected ModelRow() {}
}
