package org.p13n.sample.launcher;

/** Why the store cannot start, in one line that says what to do about it. */
final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    StartFailure(String rule) {
        super(rule);
    }

    StartFailure(String rule, Throwable cause) {
        super(rule, cause);
    }
}
