/**
 * What shoppers did, as small immutable records, the queue that takes them off the request thread, and what can be said of
 * them without knowing anybody.
 *
 * <p><b>Interactions.</b> An {@link org.p13n.engine.event.Interaction} is checked when it is made, so that every later
 * stage can rely on it. What its text says has types of its own: {@link org.p13n.engine.event.ShownList}, {@link
 * org.p13n.engine.event.Preference}, {@link org.p13n.engine.event.Conclusion}. The id alone says whether anything may be
 * stored under it ({@link org.p13n.engine.event.ShopperIds}). The {@link org.p13n.engine.event.InteractionQueue} hands
 * over in well under a microsecond and sheds load rather than make a shopper wait.
 *
 * <p><b>Against scripts.</b> {@link org.p13n.engine.event.RateLimiter} and {@link org.p13n.engine.event.BotDetector} keep a
 * fixed number of buckets (GCRA of ITU-T I.371 over the hashing of a count-min sketch), so that inventing ids takes no
 * memory and harms nobody.
 *
 * <p><b>Looking back.</b> {@link org.p13n.engine.event.ShoppingSessions} says when a visit ends, {@link
 * org.p13n.engine.event.Attribution} joins purchases to the lists that led to them (last touch within a window, refunds
 * deducted), {@link org.p13n.engine.event.RollUp} counts what may be forgotten. The last two are functions of a set of
 * interactions: the order of arrival does not matter.
 *
 * <p>This stage depends on no other.
 */
package org.p13n.engine.event;
