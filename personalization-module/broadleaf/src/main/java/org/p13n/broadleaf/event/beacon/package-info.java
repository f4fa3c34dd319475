/**
 * What only a browser can know: which lists really came into sight, what was chosen from them, how long a product's page
 * was looked at.
 *
 * <p>The module's script sends it, a few lines at a time, to {@link org.p13n.broadleaf.event.beacon.BeaconFilter}, which
 * stands before the platform's filters and answers every request at once and in the same way. What it lets in waits in
 * {@link org.p13n.broadleaf.event.beacon.BeaconInbox} until a background thread reads it. Nothing in it is believed: a
 * line counts only if the list was shown to this very shopper and the place in it exists, or if the shopper has opened
 * the product's page and can have looked at it for so long.
 */
package org.p13n.broadleaf.event.beacon;
