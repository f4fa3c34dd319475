package org.p13n.engine.event;

/**
 * What came of a list that was shown.
 *
 * @param clicks how often a product was chosen from it
 * @param cartAdds how often a product went into the cart because of it
 * @param bought pieces bought because of it
 * @param takenBack how many of these were cancelled or returned
 */
public record ListOutcome(long clicks, long cartAdds, long bought, long takenBack) {
    public static final ListOutcome NOTHING = new ListOutcome(0, 0, 0, 0);

    /** Pieces that stayed bought. */
    public long net() {
        return bought - takenBack;
    }

    public ListOutcome plus(ListOutcome other) {
        return new ListOutcome(
                clicks + other.clicks, cartAdds + other.cartAdds, bought + other.bought, takenBack + other.takenBack);
    }
}
