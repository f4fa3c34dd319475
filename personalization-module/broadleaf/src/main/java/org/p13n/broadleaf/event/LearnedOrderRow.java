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

    @Column(name = "LEARNED_AT", nullable = false)
    private long learnedAt;

    protected LearnedOrderRow() {}
}
