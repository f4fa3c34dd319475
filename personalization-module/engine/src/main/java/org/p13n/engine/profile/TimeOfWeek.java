package org.p13n.engine.profile;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A quarter of a day of the week, in the shop's time zone.
 *
 * @param quarter 0 = from midnight, 1 = from 6, 2 = from 12, 3 = from 18 o'clock
 */
public record TimeOfWeek(DayOfWeek day, int quarter) {
    static final int BUCKETS = 28;

    private static final int QUARTERS = 4;
    private static final long SECONDS_PER_QUARTER = 6 * 3600;
    private static final int THURSDAY = 3; // of the first day of 1970, counted from Monday = 0
    private static final int DAYS = 7;

    public TimeOfWeek {
        if (quarter < 0 || quarter >= QUARTERS) {
            throw new IllegalArgumentException("A day's quarter must be 0 to 3 but is " + quarter);
        }
    }

    static TimeOfWeek of(long at, ZoneId zone) {
        Instant instant = Instant.ofEpochMilli(at);
        long local =
                instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
        long quarters = Math.floorDiv(local, SECONDS_PER_QUARTER);
        long day = Math.floorMod(Math.floorDiv(quarters, QUARTERS) + THURSDAY, DAYS);
        return new TimeOfWeek(DayOfWeek.of((int) day + 1), (int) Math.floorMod(quarters, (long) QUARTERS));
    }

    static TimeOfWeek ofNumber(int number) {
        return new TimeOfWeek(DayOfWeek.of(number / QUARTERS + 1), number % QUARTERS);
    }

    /** 0 (the night to Monday) to 27 (Sunday evening), which is the value of such a conclusion. */
    public int number() {
        return (day.getValue() - 1) * QUARTERS + quarter;
    }
}
