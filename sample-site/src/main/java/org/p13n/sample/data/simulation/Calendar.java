package org.p13n.sample.data.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** Seasons and times of day. */
final class Calendar {
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 23;

    private Calendar() {}

    static int month(Instant at) {
        return at.atOffset(ZoneOffset.UTC).getMonthValue();
    }

    /** How well a product of that season sells in that month, from nearly nothing to 1. */
    static double fits(String season, int month) {
        int best = switch (season == null ? "" : season) {
            case "winter" -> 12;
            case "spring" -> 4;
            case "summer" -> 7;
            case "autumn" -> 10;
            default -> month;
        };
        int apart = Math.min(Math.floorMod(month - best, 12), Math.floorMod(best - month, 12));
        return Math.max(0.05, 1 - apart * 0.3);
    }

    /** A waking hour's moment of the day that {@code at} falls on. */
    static Instant byDay(Instant at, SplittableRandom random) {
        Instant midnight = at.truncatedTo(ChronoUnit.DAYS);
        long first = Duration.ofHours(FIRST_HOUR).toSeconds();
        long last = Duration.ofHours(LAST_HOUR).toSeconds();
        return midnight.plusSeconds(random.nextLong(first, last));
    }
}
