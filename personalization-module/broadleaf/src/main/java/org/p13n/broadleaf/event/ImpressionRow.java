package org.p13n.broadleaf.event;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.hibernate.annotations.Index;

/** The table of the lists that were shown; rows are written and read by {@link InteractionTable}. */
@Entity
@Table(name = "P13N_IMPRESSION")
@org.hibernate.annotations.Table(
        appliesTo = "P13N_IMPRESSION",
        indexes = {
            @Index(
                    name = "P13N_IMPRESSION_SHOPPER_IDX",
                    columnNames = {"SHOPPER_ID", "SHOWN_AT"})
        })
public class ImpressionRow {
    @Id
    @Column(name = "IMPRESSION_ID")
    private long id;

    @Column(name = "SHOPPER_ID", nullable = false)
    private long shopperId;

    @Column(name = "PLACEMENT", nullable = false, length = 100)
    private String placement;

    @Column(name = "STRATEGY", nullable = false, length = 100)
    private String strategy;

    @Column(name = "MODEL_VERSION", nullable = false)
    private long modelVersion;

    @Column(name = "CATEGORY_ID", nullable = false)
    private long categoryId;

    @Column(name = "PRODUCT_IDS", nullable = false, length = 2000)
    private String productIds;

    @Column(name = "SHOWN_AT", nullable = false)
    @Index(name = "P13N_IMPRESSION_TIME_IDX")
    private long shownAt;

    @Column(name = "SHOPPING_CONTEXT", length = 64)
    private String shoppingContext;

    protected ImpressionRow() {}
}
