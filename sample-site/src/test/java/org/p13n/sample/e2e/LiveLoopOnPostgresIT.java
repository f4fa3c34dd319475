package org.p13n.sample.e2e;

import org.p13n.sample.e2e.Running.Which;

/** The loop on PostgreSQL, in a store that starts out knowing nothing. */
final class LiveLoopOnPostgresIT extends LiveLoop {

    LiveLoopOnPostgresIT(@Running(Which.ON_POSTGRES) StoreProcess store) {
        super(store);
    }
}
