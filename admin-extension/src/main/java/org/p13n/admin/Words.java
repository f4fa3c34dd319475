package org.p13n.admin;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.p13n.engine.event.InteractionType;
import org.springframework.context.MessageSource;

/** Figures, times and problems as a merchandiser reads them, in one language. */
final class Words {
    private static final String PREFIX = "personalization.admin.";
    private static final Duration JUST_NOW = Duration.ofSeconds(3);
    private static final Duration IN_SECONDS = Duration.ofSeconds(90);
    private static final Duration IN_MINUTES = Duration.ofMinutes(90);
    private static final Duration IN_HOURS = Duration.ofHours(36);
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final int BYTES_PER_STEP = 1_024;
    /** What a node does with one of many, like {@code model 17}. */
    private static final Pattern NUMBERED = Pattern.compile("(.+) (\\d+)");

    private static final String[] SIZES = {"bytes", "kilobytes", "megabytes", "gigabytes"};

    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    Words(MessageSource messages, Locale locale, ZoneId zone) {
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    /** The text of that key, which stands behind the prefix of this module's texts. */
    String say(String key, Object... arguments) {
        return messages.getMessage(PREFIX + key, arguments, locale);
    }

    /** With the thousands set apart. */
    String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** Short enough to stand under a bar: 950, 1.2K, 34K. */
    String shortCount(long count) {
        NumberFormat compact = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        compact.setMaximumFractionDigits(count >= 1_000 && count < 10_000 ? 1 : 0);
        return compact.format(count);
    }

    /** How long before now that was; a clock that runs ahead makes it "just now". */
    String ago(long at, long now) {
        Duration gone = Duration.ofMillis(now - at);
        if (gone.compareTo(JUST_NOW) < 0) {
            return say("time.now");
        } else if (gone.compareTo(IN_SECONDS) < 0) {
            return say("time.seconds.ago", count(gone.toSeconds()));
        } else if (gone.compareTo(IN_MINUTES) < 0) {
            return say("time.minutes.ago", count(gone.toMinutes()));
        } else if (gone.compareTo(IN_HOURS) < 0) {
            return say("time.hours.ago", count(gone.toHours()));
        }
        return say("time.days.ago", count(gone.toDays()));
    }

    /** How long something took. */
    String lasting(long millis) {
        if (millis < 1) {
            return say("time.millis.none");
        } else if (millis < MILLIS_PER_SECOND) {
            return say("time.millis", count(millis));
        } else if (millis < IN_SECONDS.toMillis()) {
            return say("time.seconds", decimal((double) millis / MILLIS_PER_SECOND));
        }
        return say("time.minutes", count(Duration.ofMillis(millis).toMinutes()));
    }

    /** How much memory something takes. */
    String size(long bytes) {
        double size = bytes;
        int step = 0;
        while (size >= BYTES_PER_STEP && step < SIZES.length - 1) {
            size /= BYTES_PER_STEP;
            step++;
        }
        return say("size." + SIZES[step], step == 0 ? count(bytes) : decimal(size));
    }

    /** Date and time of day, for those who want to know exactly. */
    String moment(long at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(Instant.ofEpochMilli(at));
    }

    String weekday(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEE", locale).format(date);
    }

    String dayOfMonth(LocalDate date) {
        return DateTimeFormatter.ofPattern("d", locale).format(date);
    }

    /** The whole date without the year: what a screen reader says of a bar. */
    String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM", locale).format(date);
    }

    String type(InteractionType type) {
        return say("type." + type.name());
    }

    /**
     * What went wrong, in words.
     *
     * @param kind what a node was doing and the kind of its error, like {@code writer: QueryTimeoutException}
     */
    String problem(String kind) {
        int end = kind.lastIndexOf(": ");
        String doing = end < 0 ? "" : kind.substring(0, end);
        String error = kind.substring(end < 0 ? 0 : end + 2);
        String general = messages.getMessage(PREFIX + "error." + error, null, say("error.unknown", error), locale);
        String what = messages.getMessage(PREFIX + "error." + doing + "." + error, null, general, locale);
        return doing.isEmpty() ? what : say("error.while", doing(doing), what);
    }

    private String doing(String what) {
        Matcher one = NUMBERED.matcher(what);
        return one.matches()
                ? messages.getMessage(
                        PREFIX + "doing." + one.group(1) + " N", new Object[] {one.group(2)}, what, locale)
                : messages.getMessage(PREFIX + "doing." + what, null, what, locale);
    }

    /** What something of the shop is called: its own name unless there is a text for it, as for what this module brings. */
    String name(String kind, String name) {
        return messages.getMessage(PREFIX + kind + "." + name, null, name, locale);
    }

    /** In percent: 12.5%. */
    String share(double share) {
        NumberFormat percent = NumberFormat.getPercentInstance(locale);
        percent.setMaximumFractionDigits(1);
        return percent.format(share);
    }

    private String decimal(double number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(number < 10 ? 1 : 0);
        return format.format(number);
    }
}
