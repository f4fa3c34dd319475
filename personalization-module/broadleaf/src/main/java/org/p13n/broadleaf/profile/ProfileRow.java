package org.p13n.broadleaf.profile;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.hibernate.annotations.Type;

/** The table of shopper profiles, one readable text per shopper; read and written by {@link ProfileTable}. */
@Entity
@Table(name = "P13N_PROFILE")
public class ProfileRow {
    @Id
    @Column(name = "SHOPPER_ID")
    private long shopperId;

    @Lob
    @Type(type = "org.hibernate.type.StringClobType")
    @Column(name = "PROFILE", nullable = false, length = Integer.MAX_VALUE - 1)
    private String profile;

    @Column(name = "UPDATED_AT", nullable = false)
    private long updatedAt;

    @Column(name = "REVISION", nullable = false)
    private long revision;

    protected ProfileRow() {}
}
