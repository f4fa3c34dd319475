package org.p13n.admin;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How strongly a shopper's taste counts in search and category order: people write it as a percentage, the settings
 * store as a share of one. Both are exact, so that what was written is what is shown again.
 */
record Strength(BigDecimal percent) {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    /** Up to three digits, two decimals behind a point or a comma, and the sign that people like to write with it. */
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,3})(?:[.,](\\d{1,2}))?\\s*%?\\s*");

    private static final Pattern STORED = Pattern.compile("[01](\\.\\d{1,6})?");

    Strength {
        if (percent.signum() < 0 || percent.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("A strength must be 0 to 100 % but is " + percent);
        }
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
    }

    static Strength ofShare(double share) {
        return new Strength(BigDecimal.valueOf(share).movePointRight(2));
    }

    /** The strength that the store holds; empty if what it holds is none. */
    static Optional<Strength> stored(String share) {
        return share == null || !STORED.matcher(share).matches()
                ? Optional.empty()
                : inRange(new BigDecimal(share).movePointRight(2));
    }

    /** The strength that somebody wrote; empty if it is no number from 0 to 100. */
    static Optional<Strength> written(String text) {
        Matcher number = WRITTEN.matcher(text == null ? "" : text);
        if (!number.matches()) {
            return Optional.empty();
        }
        String decimals = number.group(2);
        return inRange(new BigDecimal(decimals == null ? number.group(1) : number.group(1) + "." + decimals));
    }

    /** As people read and write it, without the sign: {@code 50} or {@code 12.5}. */
    String asPercent() {
        return percent.toPlainString();
    }

    /** As the settings store takes it: {@code 0.5}. */
    String asShare() {
        BigDecimal share = percent.movePointLeft(2);
        return share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString();
    }

    private static Optional<Strength> inRange(BigDecimal percent) {
        return percent.compareTo(MOST) > 0 ? Optional.empty() : Optional.of(new Strength(percent));
    }
}
