package org.p13n.sample.web.page;

import java.text.NumberFormat;
import java.util.Locale;
import org.broadleafcommerce.common.money.Money;

/** Prices as the shop writes them: {@code $1,299.00}. */
public final class Prices {

    private Prices() {}

    /** The amount in its own currency; an empty text for null. */
    public static String text(Money price) {
        if (price == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(price.getCurrency());
        return format.format(price.getAmount());
    }
}
