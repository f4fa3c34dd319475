package org.p13n.broadleaf.event;

import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShopperIds;

/** Finds out whether the database takes interactions now, by storing one that is in order and taking it back. */
final class WriteProbe {
    private final PlatformDatabase database;
    private final InteractionIds ids;

    /** Ends the transaction of a probe that was taken. */
    private static final class Taken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Taken() {
            super("taken", null, false, false);
        }
    }

    WriteProbe(PlatformDatabase database, InteractionIds ids) {
        this.database = database;
        this.ids = ids;
    }

    boolean isTaken() {
        Interaction nobodys = Interaction.productView(ShopperIds.basket(1), 1, 1);
        try {
            return database.inTransaction(() -> {
                database.jdbc().update(InteractionColumns.INSERT, InteractionColumns.values(ids.next(), nobodys));
                throw new Taken();
            });
        } catch (Taken e) {
            return true;
        } catch (RuntimeException e) {
            return false; // whoever asks has a failure of his own to report
        }
    }
}
