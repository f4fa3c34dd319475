package org.p13n.broadleaf.event.identity;

import java.util.Locale;

/** What a shop does about shoppers who have not answered: the property {@code personalization.consent.mode}. */
public enum ConsentMode {
    /** Asks, and stores nothing before a yes. */
    OPT_IN,
    /** Says what it does, and stores until a no. */
    OPT_OUT,
    /** Neither asks nor says; who withdraws on his own page, or sends Global Privacy Control, is obeyed all the same. */
    OFF;

    /** @param text {@code opt-in}, {@code opt-out} or {@code off} */
    public static ConsentMode of(String text) {
        for (ConsentMode mode : values()) {
            if (mode.toString().equals(text)) {
                return mode;
            }
        }
        throw new IllegalArgumentException(
                "The property personalization.consent.mode must be opt-in, opt-out or off but is '" + text
                        + "': correct it in the shop's properties, or remove it to get opt-in");
    }

    /** Whether something may be stored about a shopper with that answer. */
    boolean allows(Consent answer) {
        return switch (answer) {
            case GRANTED -> true;
            case DENIED, WITHDRAWN -> false;
            case NONE -> this != OPT_IN;
        };
    }

    /** Whether a visitor's no must outlive his session, because the shop would store without a yes in the next one. */
    boolean keepsVisitorsNo() {
        return this == OPT_OUT;
    }

    /** Whether a visitor is remembered only from the moment on when his browser has brought a cookie back. */
    boolean waitsForCookies() {
        return this == OPT_OUT;
    }

    /** What to show a shopper with that answer. */
    ConsentPrompt promptFor(Consent answer) {
        if (answer != Consent.NONE) {
            return ConsentPrompt.NOTHING;
        }
        return switch (this) {
            case OPT_IN -> ConsentPrompt.QUESTION;
            case OPT_OUT -> ConsentPrompt.NOTICE;
            case OFF -> ConsentPrompt.NOTHING;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
