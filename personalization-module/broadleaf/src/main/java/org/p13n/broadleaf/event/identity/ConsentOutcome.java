package org.p13n.broadleaf.event.identity;

/**
 * What became of a shopper's answer or wish.
 *
 * @param proof the number of the erasure's proof; null if nothing was to be erased
 */
public record ConsentOutcome(Result result, String proof) {
    /** How it went. */
    public enum Result {
        DONE,
        /** Nothing was changed: the browser sends Global Privacy Control, and a yes would contradict it. */
        REFUSED_BY_SIGNAL,
        /** Nothing was changed: there is no shopper, or the database does not answer. Try again. */
        UNAVAILABLE
    }

    static ConsentOutcome of(Result result) {
        return new ConsentOutcome(result, null);
    }

    static ConsentOutcome erased(String proof) {
        return new ConsentOutcome(Result.DONE, proof);
    }

    public boolean done() {
        return result == Result.DONE;
    }
}
