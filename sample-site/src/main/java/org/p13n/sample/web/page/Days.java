package org.p13n.sample.web.page;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;

/** Days as the shop writes them: {@code 29 August 2026}. */
public final class Days {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.US).withZone(ZoneOffset.UTC);

    private Days() {}

    /** The day in UTC; null for null. */
    public static String text(Date moment) {
        return moment == null ? null : FORMAT.format(moment.toInstant());
    }
}
