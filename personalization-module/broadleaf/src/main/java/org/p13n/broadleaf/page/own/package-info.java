/**
 * What a shopper sees and decides about himself: the question for consent, "My personalization", "not interested" and
 * "Why am I seeing this?".
 *
 * <p>Whose it is, only the request's own session and cookie say; no address and no form has an id of a shopper. Every
 * form works without a script.
 */
package org.p13n.broadleaf.page.own;
