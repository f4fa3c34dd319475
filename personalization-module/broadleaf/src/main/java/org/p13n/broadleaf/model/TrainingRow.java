package org.p13n.broadleaf.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The table, of one row, that says which node trains, how far it is, and what was asked of it; see {@link TrainingDesk}. */
@Entity
@Table(name = "P13N_TRAINING")
public class TrainingRow {
    @Id
    @Column(name = "TRAINING_NAME", length = 50)
    private String name;

    /** The node that trains or trained last; the lease is free if it does not renew it. */
    @Column(name = "HOLDER", nullable = false, length = 100)
    private String holder;

    @Column(name = "RENEWALS", nullable = false)
    private long renewals;

    @Column(name = "PHASE", nullable = false, length = 50)
    private String phase;

    @Column(name = "WORK_DONE", nullable = false)
    private long done;

    @Column(name = "WORK_TOTAL", nullable = false)
    private long total;

    @Column(name = "WANTED_AT", nullable = false)
    private long wantedAt;

    @Column(name = "CANCEL_ASKED_AT", nullable = false)
    private long cancelAskedAt;

    @Column(name = "CANCELLED_AT", nullable = false)
    private long cancelledAt;

    protected TrainingRow() {}
}
