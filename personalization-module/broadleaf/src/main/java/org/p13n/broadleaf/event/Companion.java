package org.p13n.broadleaf.event;

import java.util.List;
import org.p13n.engine.event.Interaction;

/**
 * Something that is stored together with interactions, so that it agrees with them whatever fails: called within the
 * transaction that stores, moves or deletes them.
 */
public interface Companion {
    /** Nothing goes with them. */
    Companion NONE = new Companion() {
        @Override
        public void stored(List<Interaction> interactions) {
            // nothing goes with them
        }

        @Override
        public void moved(long fromShopper, long toShopper) {
            // nothing goes with them
        }

        @Override
        public void forgotten(long shopperId) {
            // nothing goes with them
        }
    };

    /** These are being stored. */
    void stored(List<Interaction> interactions);

    /** Whatever the one shopper did is being given to the other one; doing it again must change nothing. */
    void moved(long fromShopper, long toShopper);

    /** What the shopper did is being deleted; what is still there after that may be taken in again later. */
    void forgotten(long shopperId);
}
