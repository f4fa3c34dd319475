package org.p13n.sample.e2e;

import org.p13n.sample.e2e.Running.Which;

/** The loop on the embedded database, in a store that has a year of simulated orders to outweigh. */
final class LiveLoopOnH2IT extends LiveLoop {

    LiveLoopOnH2IT(@Running(Which.SAMPLE) StoreProcess store) {
        super(store);
    }
}
