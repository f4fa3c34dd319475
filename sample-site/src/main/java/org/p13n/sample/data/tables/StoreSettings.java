package org.p13n.sample.data.tables;

import java.time.Instant;

/**
 * What the store that is loaded is like.
 *
 * @param rootCategoryId the category above all departments, or null when departments have none
 * @param imageUrl the URL of the folder from which product pictures are served, ending in a slash
 * @param currency the currency of all prices
 * @param locale the locale of orders and customers
 * @param passwords how the shop stores passwords
 * @param now the time of the load; nothing may have happened after it
 */
public record StoreSettings(
        Long rootCategoryId, String imageUrl, String currency, String locale, PasswordEncoding passwords, Instant now) {

    /** A US store whose departments stand at the top and whose pictures are under {@code /images/catalog/}. */
    public static StoreSettings usual(PasswordEncoding passwords, Instant now) {
        return new StoreSettings(null, "/images/catalog/", "USD", "en_US", passwords, now);
    }
}
