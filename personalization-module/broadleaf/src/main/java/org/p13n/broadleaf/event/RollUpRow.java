package org.p13n.broadleaf.event;

import java.io.Serializable;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** The table of what remains of interactions that became too old: how often what was done with a product on a day. */
@Entity
@Table(name = "P13N_ROLL_UP")
@IdClass(RollUpRow.Key.class)
public class RollUpRow {
    @Id
    @Column(name = "DAY_NUMBER")
    private int day;

    @Id
    @Column(name = "PRODUCT_ID")
    private long productId;

    @Id
    @Column(name = "TYPE_CODE")
    private int typeCode;

    @Column(name = "INTERACTIONS", nullable = false)
    private long interactions;

    @Column(name = "PIECES", nullable = false)
    private long pieces;

    protected RollUpRow() {}

    /** What the roll-up is made by. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private int day;
        private long productId;
        private int typeCode;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && day == that.day
                    && productId == that.productId
                    && typeCode == that.typeCode;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * day + Long.hashCode(productId)) + typeCode;
        }
    }
}
