package org.p13n.sample.data.file;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** One row of a data file, read by column name with the rule that each kind of value has to keep. */
public final class CsvRow {
    /** The largest money amount that is taken for real, in the store's currency. */
    private static final BigDecimal LARGEST_AMOUNT = BigDecimal.valueOf(1_000_000_000L);
    /** How many decimals the platform's price columns hold. */
    private static final int MONEY_DECIMALS = 5;

    private static final int LONGEST_NUMBER = 40;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final DateTimeFormatter WITHOUT_OFFSET =
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);

    private final CSVRecord row;

    CsvRow(CSVRecord row) {
        this.row = row;
    }

    /** The value as it stands in the file, trimmed; empty when the column is missing. */
    public String raw(String column) {
        return row.isMapped(column) && row.isSet(column) ? row.get(column).strip() : "";
    }

    public String text(String column, int longest) throws RejectedRowException {
        String value = raw(column);
        require(!value.isEmpty(), column, "must not be empty", value, "Fill it in.");
        return checked(column, value, longest);
    }

    /** The text, or null when there is none. */
    public String optionalText(String column, int longest) throws RejectedRowException {
        String value = raw(column);
        return value.isEmpty() ? null : checked(column, value, longest);
    }

    public BigDecimal money(String column) throws RejectedRowException {
        BigDecimal amount = optionalMoney(column);
        require(amount != null, column, "must not be empty", "", "Give an amount such as 12.50.");
        return amount;
    }

    /** The amount, or null when there is none. */
    public BigDecimal optionalMoney(String column) throws RejectedRowException {
        String value = raw(column);
        if (value.isEmpty()) {
            return null;
        }
        BigDecimal amount = decimal(column, value);
        require(amount.signum() >= 0, column, "must not be negative", value, "Give 0 or more.");
        require(
                amount.compareTo(LARGEST_AMOUNT) <= 0,
                column,
                "must be at most " + LARGEST_AMOUNT.toPlainString(),
                value,
                "Check the amount.");
        require(
                amount.stripTrailingZeros().scale() <= MONEY_DECIMALS,
                column,
                "must have at most " + MONEY_DECIMALS + " decimals",
                value,
                "Round it.");
        return amount;
    }

    public int whole(String column, int least, int most) throws RejectedRowException {
        Integer number = optionalWhole(column, least, most);
        require(number != null, column, "must not be empty", "", "Give a number from " + least + " to " + most + ".");
        return number;
    }

    /** The number, or null when there is none. */
    public Integer optionalWhole(String column, int least, int most) throws RejectedRowException {
        String value = raw(column);
        if (value.isEmpty()) {
            return null;
        }
        BigDecimal number = decimal(column, value);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        boolean inRange =
                number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        require(
                whole && inRange,
                column,
                "must be a whole number from " + least + " to " + most,
                value,
                "Correct it or leave the row out.");
        return number.intValueExact();
    }

    public Instant time(String column) throws RejectedRowException {
        Instant time = optionalTime(column);
        require(time != null, column, "must not be empty", "", "Give a time such as 2026-03-01T14:05:00Z.");
        return time;
    }

    /** The time, or null when there is none; a time without an offset is UTC, a date without a time is its midnight. */
    public Instant optionalTime(String column) throws RejectedRowException {
        String value = raw(column);
        if (value.isEmpty()) {
            return null;
        }
        Instant time = parsedTime(column, value);
        require(
                time.isAfter(EARLIEST) && time.isBefore(LATEST),
                column,
                "must be a year between 1900 and 2200",
                value,
                "Check the year.");
        return time;
    }

    public boolean yes(String column) throws RejectedRowException {
        String value = raw(column).toLowerCase(Locale.ROOT);
        require(
                Set.of("", "true", "false", "yes", "no", "y", "n", "1", "0").contains(value),
                column,
                "must be true or false",
                value,
                "Write true, false or nothing (false).");
        return Set.of("true", "yes", "y", "1").contains(value);
    }

    /** Rejects the row unless {@code holds}. */
    public static void require(boolean holds, String column, String rule, String value, String remedy)
            throws RejectedRowException {
        if (!holds) {
            throw new RejectedRowException(column, rule, value, remedy);
        }
    }

    private static String checked(String column, String value, int longest) throws RejectedRowException {
        require(
                value.length() <= longest,
                column,
                "must have at most " + longest + " characters",
                value,
                "Shorten it; it has " + value.length() + ".");
        boolean clean = value.chars().allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
        require(clean, column, "must not hold control characters", value, "Remove them.");
        return value;
    }

    private static BigDecimal decimal(String column, String value) throws RejectedRowException {
        boolean plain = value.length() <= LONGEST_NUMBER
                && value.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+');
        try {
            if (plain) {
                return new BigDecimal(value);
            }
        } catch (NumberFormatException e) {
            plain = false;
        }
        throw new RejectedRowException(
                column, "must be a plain number with a decimal point", value, "Write it like 1234.50.");
    }

    private static Instant parsedTime(String column, String value) throws RejectedRowException {
        try {
            if (!value.contains("T") && !value.contains(" ")) {
                return LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            String iso = value.replace(' ', 'T');
            boolean offset = iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
            return offset
                    ? OffsetDateTime.parse(iso, WITH_OFFSET).toInstant()
                    : Instant.from(WITHOUT_OFFSET.parse(iso));
        } catch (DateTimeParseException e) {
            throw new RejectedRowException(
                    column, "must be an ISO 8601 time", value, "Write it like 2026-03-01T14:05:00Z.");
        }
    }
}
