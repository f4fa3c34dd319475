package org.p13n.sample.e2e;

import org.p13n.sample.e2e.Running.Which;

/** Personal lists on PostgreSQL, in a store that starts out knowing nothing. */
final class PersonalListsOnPostgresIT extends PersonalLists {

    PersonalListsOnPostgresIT(@Running(Which.ON_POSTGRES) StoreProcess store) {
        super(store);
    }
}
