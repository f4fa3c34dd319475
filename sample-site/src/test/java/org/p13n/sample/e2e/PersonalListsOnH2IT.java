package org.p13n.sample.e2e;

import org.p13n.sample.e2e.Running.Which;

/** Personal lists on the embedded database, in a store that has a year of simulated orders. */
final class PersonalListsOnH2IT extends PersonalLists {

    PersonalListsOnH2IT(@Running(Which.SAMPLE) StoreProcess store) {
        super(store);
    }
}
