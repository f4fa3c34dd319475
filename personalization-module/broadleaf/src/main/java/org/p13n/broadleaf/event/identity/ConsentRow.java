package org.p13n.broadleaf.event.identity;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.hibernate.annotations.Index;

/** The table of what shoppers have answered to the shop's question. */
@Entity
@Table(name = "P13N_CONSENT")
public class ConsentRow {
    @Id
    @Column(name = "SHOPPER_ID")
    private long shopperId;

    @Column(name = "CONSENT_STATE", nullable = false, length = 20)
    private String state;

    @Column(name = "TEXT_VERSION", nullable = false, length = 50)
    private String textVersion;

    @Column(name = "CHANGED_AT", nullable = false)
    @Index(name = "P13N_CONSENT_TIME_IDX")
    private long changedAt;

    protected ConsentRow() {}
}
