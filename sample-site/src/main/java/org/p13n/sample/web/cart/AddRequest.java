package org.p13n.sample.web.cart;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a shopper asked to put into the cart, read from the form's fields.
 *
 * <p>The platform can bind its own request object from a form, but that object also takes prices and child lines, which no
 * shopper may set.
 *
 * @param options the chosen values by the option's attribute name, from fields like {@code itemAttributes[size]}
 */
record AddRequest(long productId, int quantity, Map<String, String> options) {

    /** The most pieces that one line may be asked for at a time. */
    static final int MOST = 99;

    private static final Pattern OPTION = Pattern.compile("itemAttributes\\['?([a-zA-Z0-9_]{1,40})'?]");
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,2}");

    static AddRequest of(Map<String, String[]> form) throws CartProblem {
        Map<String, String> options = new TreeMap<>();
        for (Map.Entry<String, String[]> field : form.entrySet()) {
            Matcher option = OPTION.matcher(field.getKey());
            if (option.matches() && !field.getValue()[0].isEmpty()) {
                options.put(option.group(1), field.getValue()[0]);
            }
        }
        String[] quantity = form.get("quantity");
        return new AddRequest(id(form.get("productId")), quantity == null ? 1 : quantity(quantity[0], 1), options);
    }

    /** @throws CartProblem if the text is not a whole number from {@code least} to {@link #MOST} */
    static int quantity(String text, int least) throws CartProblem {
        String digits = text == null ? "" : text.strip();
        int quantity = QUANTITY.matcher(digits).matches() ? Integer.parseInt(digits) : -1;
        if (quantity < least) {
            throw new CartProblem("cart.quantity", MOST);
        }
        return quantity;
    }

    private static long id(String[] values) throws CartProblem {
        if (values == null || !ID.matcher(values[0]).matches()) {
            throw new CartProblem("cart.product", null);
        }
        return Long.parseLong(values[0]);
    }
}
