package org.p13n.broadleaf.event.identity;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.hibernate.annotations.Index;

/**
 * The table that proves erasures. The mark tells every node whom to forget without saying who it was: a keyed hash of
 * the id, which is removed when no cookie and no journal can hold the id any more.
 */
@Entity
@Table(name = "P13N_ERASURE")
public class ErasureRow {
    @Id
    @Column(name = "ERASURE_ID", length = 36)
    private String id;

    @Column(name = "ERASED_AT", nullable = false)
    @Index(name = "P13N_ERASURE_TIME_IDX")
    private long erasedAt;

    @Column(name = "REQUESTED_BY", nullable = false, length = 20)
    private String requestedBy;

    @Column(name = "ROWS_REMOVED", nullable = false)
    private long rowsRemoved;

    @Column(name = "SHOPPER_MARK", length = 64)
    private String shopperMark;

    protected ErasureRow() {}
}
