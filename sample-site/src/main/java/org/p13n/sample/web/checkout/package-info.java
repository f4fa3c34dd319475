/** The way from a cart to a confirmed order. */
package org.p13n.sample.web.checkout;
