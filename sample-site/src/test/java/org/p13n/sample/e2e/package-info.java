/**
 * The store that was built, run as its users run it: forked JVMs, real HTTP, a real browser, databases that go away.
 *
 * <p>{@link org.p13n.sample.e2e.SharedStores} starts each store once for all tests; {@link org.p13n.sample.e2e.Shopper}
 * and {@link org.p13n.sample.e2e.Merchandiser} are the people in them. Nothing here sees a class of the store.
 */
package org.p13n.sample.e2e;
