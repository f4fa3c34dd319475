package org.p13n.sample.e2e;

import org.p13n.sample.e2e.Running.Which;

final class IdentityOnH2IT extends Identity {

    IdentityOnH2IT(@Running(Which.QUIET) StoreProcess store) {
        super(store);
    }
}
