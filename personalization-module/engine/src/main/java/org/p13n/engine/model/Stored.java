package org.p13n.engine.model;

import java.io.IOException;

/** Checks of figures that were read from a stored model: what cannot be is refused before it is used. */
final class Stored {
    private Stored() {}

    /** A number from 0 to below the bound. */
    static int number(String what, int value, int bound) throws IOException {
        if (value < 0 || value >= bound) {
            throw new IOException(
                    "The stored model is refused: " + what + " must be a number below " + bound + " but is " + value);
        }
        return value;
    }

    /** A number from 0 to the bound. */
    static int count(String what, int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException(
                    "The stored model is refused: there must be 0 to " + most + " " + what + " but there are " + value);
        }
        return value;
    }

    /** A finite number of 0 or more. */
    static double weight(String what, double value) throws IOException {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IOException(
                    "The stored model is refused: " + what + " must be a number of 0 or more but is " + value);
        }
        return value;
    }
}
