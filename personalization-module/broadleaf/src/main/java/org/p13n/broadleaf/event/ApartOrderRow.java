package org.p13n.broadleaf.event;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The table of the orders that are placed under a signal for no and not learned yet. */
@Entity
@Table(name = "P13N_ORDER_APART")
public class ApartOrderRow {
    @Id
    @Column(name = "ORDER_ID")
    private long orderId;

    @Column(name = "NOTED_AT", nullable = false)
    private long notedAt;

    protected ApartOrderRow() {}
}
