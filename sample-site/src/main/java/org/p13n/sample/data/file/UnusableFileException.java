package org.p13n.sample.data.file;

import java.nio.file.Path;

/** Why a whole file cannot be read; nothing of it is loaded. */
public final class UnusableFileException extends Exception {
    UnusableFileException(Path file, String problem, String remedy) {
        super(file + ": " + problem + " Nothing of this file was loaded. " + remedy);
    }

    UnusableFileException(Path file, String problem, String remedy, Throwable cause) {
        this(file, problem, remedy);
        initCause(cause);
    }
}
