package org.p13n.broadleaf.model;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.hibernate.annotations.Index;
import org.hibernate.annotations.Type;

/** The table of the bytes of trained models, in portions; read and written by {@link ModelStore}. */
@Entity
@Table(name = "P13N_MODEL_PART")
public class ModelPartRow {
    /** Version and number, like {@code 12-3}: the platform does not start with an entity of two keys. */
    @Id
    @Column(name = "PART_ID", length = 40)
    private String id;

    @Column(name = "MODEL_VERSION", nullable = false)
    @Index(name = "P13N_MODEL_PART_VERSION_IDX")
    private long version;

    /** In base 64, because every database and the platform's Hibernate agree on what a text is. */
    @Lob
    @Type(type = "org.hibernate.type.StringClobType")
    @Column(name = "CONTENT", nullable = false, length = Integer.MAX_VALUE - 1)
    private String content;

    protected ModelPartRow() {}
}
