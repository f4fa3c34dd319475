package org.p13n.broadleaf.event;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.hibernate.annotations.Index;

/**
 * The table of everything that shoppers did. The entity only gives the shop's own schema tools the columns and indexes;
 * rows are written and read by {@link InteractionTable}.
 */
@Entity
@Table(name = "P13N_INTERACTION")
@org.hibernate.annotations.Table(
        appliesTo = "P13N_INTERACTION",
        indexes = {
            @Index(
                    name = "P13N_INTERACTION_SHOPPER_IDX",
                    columnNames = {"SHOPPER_ID", "OCCURRED_AT"})
        })
public class InteractionRow {
    @Id
    @Column(name = "INTERACTION_ID")
    private long id;

    @Column(name = "TYPE_CODE", nullable = false)
    private int typeCode;

    @Column(name = "SHOPPER_ID", nullable = false)
    private long shopperId;

    @Column(name = "PRODUCT_ID", nullable = false)
    @Index(name = "P13N_INTERACTION_PRODUCT_IDX")
    private long productId;

    @Column(name = "CATEGORY_ID", nullable = false)
    private long categoryId;

    @Column(name = "SEARCH_TERM")
    private String searchTerm;

    @Column(name = "QUANTITY", nullable = false)
    private int quantity;

    @Column(name = "ORDER_ID", nullable = false)
    private long orderId;

    @Column(name = "OCCURRED_AT", nullable = false)
    @Index(name = "P13N_INTERACTION_TIME_IDX")
    private long occurredAt;

    @Column(name = "DETAIL_VALUE")
    private Integer detailValue;

    @Column(name = "IMPRESSION_ID")
    private Long impressionId;

    @Column(name = "DETAIL_TEXT", length = 2000)
    private String detailText;

    @Column(name = "SHOPPING_CONTEXT", length = 64)
    private String shoppingContext;

    protected InteractionRow() {}
}
