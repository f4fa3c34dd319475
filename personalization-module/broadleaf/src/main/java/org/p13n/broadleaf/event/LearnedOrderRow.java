package org.p13n.broadleaf.event;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/**
 * The table of the orders whose purchases are stored. A row is inserted in the same transaction as the purchases, so
 * its primary key makes every order count exactly once, however many nodes see it.
 */
@Entity
@Table(name = "P13N_ORDER")
public class LearnedOrderRow {
    @Id
    @Column(name = "ORDER_ID")
    private long orderId;

    @Column(name = "ORDER_STATUS", nullable = false)
    private String orderStatus;

    /** Whether it was placed under a signal for no: its purchases stay nobody's, whatever the buyer says later. */
    @Column(name = "KEPT_APART")
    private Boolean keptApart;

    @Column(name = "LEARNED_AT", nullable = false)
    private long learnedAt;

    protected LearnedOrderRow() {}
}
