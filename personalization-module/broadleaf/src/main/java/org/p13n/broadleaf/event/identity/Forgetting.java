package org.p13n.broadleaf.event.identity;

import java.util.List;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.identity.ConsentTable.Answer;
import org.p13n.broadleaf.event.identity.Erasure.Requester;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;

/** Erases a shopper of this node on his own wish: in the database first, then at once in this node's memory. */
public final class Forgetting {
    private final PlatformDatabase database;
    private final ConsentMode mode;
    private final Consents consents;
    private final ConsentTable table;
    private final InteractionTable interactions;
    private final Erasure erasure;
    private final ErasedShoppers erased;
    private final Failures failures;

    public Forgetting(
            PlatformDatabase database,
            ConsentMode mode,
            Consents consents,
            ConsentTable table,
            InteractionTable interactions,
            Erasure erasure,
            ErasedShoppers erased,
            Failures failures) {
        this.database = database;
        this.mode = mode;
        this.consents = consents;
        this.table = table;
        this.interactions = interactions;
        this.erasure = erasure;
        this.erased = erased;
        this.failures = failures;
    }

    /** Erases the shopper and gives the proof's number. */
    String forget(long shopperId) {
        String proof = erasure.erase(shopperId, Requester.SHOPPER);
        forgetInMemory();
        return proof;
    }

    /**
     * The customer says no: his answer is stored, and what was stored about him until now is erased.
     *
     * @return the proof's number; null if nothing could have been stored
     */
    String refused(long customerId, String textVersion) {
        Answer before = table.find(customerId);
        Answer answer = consents.now(mode.allows(before.consent()) ? Consent.WITHDRAWN : Consent.DENIED, textVersion);
        if (answer.consent() == Consent.DENIED) {
            if (before.consent() == Consent.NONE) {
                consents.answer(customerId, answer);
            }
            return null;
        }
        String proof = database.inTransaction(() -> {
            String number = erasure.erase(customerId, Requester.SHOPPER);
            table.save(customerId, answer);
            interactions.insert(List.of(withdrawal(customerId, answer)));
            return number;
        });
        forgetInMemory();
        consents.know(customerId, answer);
        return proof;
    }

    /** With the answer itself the only thing that stays: when the customer took his consent to which text back. */
    private static Interaction withdrawal(long customerId, Answer answer) {
        return Interaction.of(
                InteractionType.CONSENT_WITHDRAWN,
                customerId,
                0,
                InteractionDetails.NONE.withText(answer.textVersion()),
                answer.at());
    }

    private void forgetInMemory() {
        try {
            erased.poll();
        } catch (RuntimeException e) {
            // the database went away in this very moment: the background thread reads the proof when it is back
            failures.report("forgetting a shopper", e);
        }
    }
}
