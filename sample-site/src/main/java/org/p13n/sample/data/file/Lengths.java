package org.p13n.sample.data.file;

/** How long a value may be, in characters. */
final class Lengths {
    /** What the platform's text columns hold. */
    static final int COLUMN = 255;
    /** An identifier of the retailer's: short enough to be part of a URL and of an index. */
    static final int IDENTIFIER = 100;
    /** A cell that holds a list. */
    static final int CELL = 4_000;
    /** A text to read. */
    static final int TEXT = 20_000;

    private Lengths() {}
}
