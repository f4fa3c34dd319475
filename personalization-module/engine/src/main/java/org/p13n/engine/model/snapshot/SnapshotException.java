package org.p13n.engine.model.snapshot;

import java.io.IOException;

/** A snapshot that must not be used; the message says why and what to do. */
public final class SnapshotException extends IOException {
    private static final long serialVersionUID = 1;

    public SnapshotException(String message) {
        super(message);
    }

    SnapshotException(String message, Throwable cause) {
        super(message, cause);
    }
}
