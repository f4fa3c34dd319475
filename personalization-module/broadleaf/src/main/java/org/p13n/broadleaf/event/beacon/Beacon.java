package org.p13n.broadleaf.event.beacon;

import org.p13n.broadleaf.event.Visit;

/**
 * A message from a browser, as it came in.
 *
 * @param visit the session's shopper and where the request came from
 * @param token what the pages of this session carry
 * @param body whatever the browser sent, at most {@value #LONGEST} bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record Beacon(Visit visit, String token, byte[] body, long at) {
    static final int LONGEST = 8_192;
}
