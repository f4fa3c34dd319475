/** The cart, and how orders look on pages. */
package org.p13n.sample.web.cart;
