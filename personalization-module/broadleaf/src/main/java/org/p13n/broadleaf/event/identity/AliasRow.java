package org.p13n.broadleaf.event.identity;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.hibernate.annotations.Index;

/** The table of ids that turned out to be somebody: a visitor's who logged in, a guest customer's of a known visitor. */
@Entity
@Table(name = "P13N_IDENTITY")
public class AliasRow {
    @Id
    @Column(name = "ALIAS_ID")
    private long aliasId;

    @Column(name = "SHOPPER_ID", nullable = false)
    @Index(name = "P13N_IDENTITY_SHOPPER_IDX")
    private long shopperId;

    @Column(name = "LINKED_AT", nullable = false)
    private long linkedAt;

    protected AliasRow() {}
}
