package org.p13n.engine.event;

import java.time.Duration;

/**
 * When a shopping session ends: after a time in which the shopper did nothing. Training, ranking and the joining of clicks
 * to lists all ask here.
 *
 * @param gap a longer inactivity ends a session; 0 = every moment is a session of its own; default 30 minutes
 */
public record ShoppingSessions(Duration gap) {
    /** What ends after half an hour. */
    public static final ShoppingSessions USUAL = ofMinutes(30);

    public ShoppingSessions {
        if (gap.isNegative()) {
            throw new IllegalArgumentException(
                    "The gap between shopping sessions must be 0 or more but is " + gap + ": correct the setting");
        }
    }

    public static ShoppingSessions ofMinutes(int minutes) {
        return new ShoppingSessions(Duration.ofMinutes(minutes));
    }

    /**
     * Whether what happens then belongs to the session in which something happened last at that time. A clock that jumps
     * ends the session in whichever direction it jumps.
     */
    public boolean goesOn(long lastAt, long at) {
        return Math.abs(at - lastAt) <= gap.toMillis();
    }

    /** What happened last before that time does not belong to a session of now. */
    public long earliest(long now) {
        return now - gap.toMillis();
    }
}
