/** Registering, logging in, and the account with its order history. */
package org.p13n.sample.web.account;
