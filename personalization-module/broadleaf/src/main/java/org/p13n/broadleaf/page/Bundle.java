package org.p13n.broadleaf.page;

import java.util.List;
import org.broadleafcommerce.common.money.Money;

/** Two or three products that are bought together, as the bundle's template sees them; the first is the page's own. */
public final class Bundle {
    private final long impressionId;
    private final String heading;
    private final String why;
    private final List<ProductCard> cards;

    Bundle(long impressionId, String heading, String why, List<ProductCard> cards) {
        this.impressionId = impressionId;
        this.heading = heading;
        this.why = why;
        this.cards = List.copyOf(cards);
    }

    /** What the browser calls the list of complements when it reports a click; null if nobody could see it. */
    public Long getImpressionId() {
        return impressionId == 0 ? null : impressionId;
    }

    public String getHeading() {
        return heading;
    }

    public String getWhy() {
        return why;
    }

    public List<ProductCard> getCards() {
        return cards;
    }

    /** The sum of what the platform asks for each of them at this moment. */
    public Money getTotal() {
        return cards.stream().map(ProductCard::getPrice).reduce(Money::add).orElse(Money.ZERO);
    }
}
