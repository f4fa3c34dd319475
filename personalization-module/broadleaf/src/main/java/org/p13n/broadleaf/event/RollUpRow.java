package org.p13n.broadleaf.event;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.hibernate.annotations.Index;

/**
 * The table of what remains of interactions that became too old: how often what was done with a product on a day. The
 * key is day, product and type in one text, because the platform does not start with an entity of several keys.
 */
@Entity
@Table(name = "P13N_ROLL_UP")
public class RollUpRow {
    @Id
    @Column(name = "ROLL_UP_ID", length = 50)
    private String id;

    @Column(name = "DAY_NUMBER", nullable = false)
    @Index(name = "P13N_ROLL_UP_DAY_IDX")
    private int day;

    @Column(name = "PRODUCT_ID", nullable = false)
    private long productId;

    @Column(name = "TYPE_CODE", nullable = false)
    private int typeCode;

    @Column(name = "INTERACTIONS", nullable = false)
    private long interactions;

    @Column(name = "PIECES", nullable = false)
    private long pieces;

    protected RollUpRow() {}
}
