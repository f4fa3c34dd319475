package org.p13n.sample.data.tables;

/**
 * What a new customer is called and how they log in.
 *
 * @param email the e-mail address, which is also the log-in name, or null when there is none
 * @param password the password that opens the account, or null for an account that nobody can log in to
 * @param simulated whether a simulation made the customer up
 */
public record ShopperDetails(
        String firstName, String lastName, String email, String password, boolean registered, boolean simulated) {

    /** A customer of whom the retailer's files tell nothing but the id. */
    public static ShopperDetails imported(String externalId) {
        return new ShopperDetails("Customer", externalId, null, null, true, false);
    }

    /** A shopper who only looked around, as far as the retailer's files tell. */
    public static ShopperDetails visitor(String externalId) {
        return new ShopperDetails("Visitor", externalId, null, null, false, false);
    }

    /** Somebody who ordered without an account. */
    static ShopperDetails guest() {
        return new ShopperDetails("Guest", null, null, null, false, false);
    }
}
