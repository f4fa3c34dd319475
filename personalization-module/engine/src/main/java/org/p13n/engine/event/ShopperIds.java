package org.p13n.engine.event;

/**
 * What a shopper's id says about the shopper. The range of an id decides what may be stored under it, so that consent is
 * enforced wherever something is written, and by the id alone.
 */
public final class ShopperIds {
    /*
     * Customers have the platform's positive ids. A visitor who agreed has a random negative id from the cookie. A
     * shopper who did not agree has a random id of the current session, which must never reach a disk. An order whose
     * buyer did not agree is a basket that belongs to nobody: its purchases are stored under the order, not the person.
     */
    private static final long LOWEST_VISITOR = -(1L << 61);
    private static final long LOWEST_SESSION = -(1L << 62);

    /** Whom an id stands for. */
    public enum Kind {
        CUSTOMER,
        VISITOR,
        SESSION,
        BASKET
    }

    private ShopperIds() {}

    /** @param shopperId any but 0 */
    public static Kind kind(long shopperId) {
        if (shopperId == 0) {
            throw new IllegalArgumentException("A shopper's id must not be 0: 0 stands for no shopper");
        }
        if (shopperId > 0) {
            return Kind.CUSTOMER;
        }
        if (shopperId >= LOWEST_VISITOR) {
            return Kind.VISITOR;
        }
        return shopperId >= LOWEST_SESSION ? Kind.SESSION : Kind.BASKET;
    }

    /** Whether anything may be stored under the id: not if it stands for a session without consent. */
    public static boolean mayBeStored(long shopperId) {
        return kind(shopperId) != Kind.SESSION;
    }

    /** Whether the id stands for a person of whom a profile is kept, in memory at least. */
    public static boolean isPerson(long shopperId) {
        return kind(shopperId) != Kind.BASKET;
    }

    /** A visitor's id from any random number. */
    public static long visitor(long random) {
        return -1 - (random & ((1L << 61) - 1));
    }

    /** The id of a session without consent from any random number. */
    public static long session(long random) {
        return LOWEST_VISITOR - 1 - (random & ((1L << 61) - 1));
    }

    /** The id under which the purchases of an order are stored whose buyer has not agreed to more. */
    public static long basket(long orderId) {
        if (orderId <= 0) {
            throw new IllegalArgumentException("An order's id must be positive but is " + orderId);
        }
        return Long.MIN_VALUE + (orderId & ((1L << 62) - 1));
    }
}
