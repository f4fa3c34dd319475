package org.p13n.sample.web.cart;

import java.util.List;

/**
 * An order, or a cart, as pages show it; amounts are texts, and one that does not apply is null.
 *
 * @param number the order's number; null for a cart
 * @param day when it was placed; null for a cart
 * @param simulated whether a simulation placed it
 * @param address the lines of the delivery address
 */
public record OrderView(
        String number,
        String day,
        String status,
        boolean simulated,
        String email,
        List<Line> lines,
        int pieces,
        Totals totals,
        String shipping,
        List<String> address) {

    /**
     * One line.
     *
     * @param url the product's page; null when there is none any more
     * @param options what was chosen, such as {@code Size: M}; empty without options
     * @param was the regular price of one piece while it is reduced, else null
     */
    public record Line(
            long id,
            String name,
            String url,
            String picture,
            String options,
            int quantity,
            String price,
            String was,
            String total) {}

    /** What it costs; {@code delivery} is null before it is known. */
    public record Totals(String subtotal, String discount, String delivery, String tax, String total) {}
}
