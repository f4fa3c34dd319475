package org.p13n.sample.data.tables;

/** How the shop stores a password; the customer's id is the salt that the platform's log-in uses. */
public interface PasswordEncoding {
    String encode(long customerId, String password);
}
