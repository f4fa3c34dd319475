/**
 * Who a shopper is, and what he has agreed to.
 *
 * <p>{@link org.p13n.broadleaf.event.identity.RequestShopper} decides once per request: a customer who is logged in and
 * agreed, a visitor whose signed {@linkplain org.p13n.broadleaf.event.identity.VisitorCookies cookie} is good, or somebody
 * who is forgotten with the session and of whom nothing is stored. The id's range says which ({@link
 * org.p13n.engine.event.ShopperIds}), and whatever writes refuses the last kind by the id alone.
 *
 * <p>Pages use {@link org.p13n.broadleaf.event.identity.ShopperConsent} (bean {@code personalizationShopperConsent}):
 * {@code current(request)} says where the shopper stands and whether to ask; {@code grant}, {@code deny}, {@code
 * withdraw} and {@code erase} change it. All act on the shopper of the request's own session. Ask {@link
 * org.p13n.broadleaf.event.CurrentShopper} for the id to show or export.
 *
 * <p>When a visitor logs in, {@link org.p13n.broadleaf.event.identity.IdentityInterceptor} makes him the customer ({@link
 * org.p13n.broadleaf.event.identity.Merges}). {@link org.p13n.broadleaf.event.identity.Erasure} removes a shopper from
 * all tables in one transaction; {@link org.p13n.broadleaf.event.identity.ErasedShoppers} makes every node forget him.
 */
package org.p13n.broadleaf.event.identity;
