package org.p13n.broadleaf.page;

import java.util.List;

/** A list of recommended products, as its template sees it. */
public final class ProductList {
    private final String id;
    private final long impressionId;
    private final String back;
    private final String heading;
    private final String why;
    private final List<ProductCard> cards;

    ProductList(String id, long impressionId, String back, String heading, String why, List<ProductCard> cards) {
        this.id = id;
        this.impressionId = impressionId;
        this.back = back;
        this.heading = heading;
        this.why = why;
        this.cards = List.copyOf(cards);
    }

    /** Unique in the page, for the heading that names the list. */
    public String getId() {
        return id;
    }

    /** What the browser calls the list when it reports a click; null if nobody could see it. */
    public Long getImpressionId() {
        return impressionId == 0 ? null : impressionId;
    }

    /** The page that the list stands on: where a shopper goes back to when he has said "not interested". */
    public String getBack() {
        return back;
    }

    public String getHeading() {
        return heading;
    }

    /** One sentence that is true of every product in the list. */
    public String getWhy() {
        return why;
    }

    public List<ProductCard> getCards() {
        return cards;
    }
}
