package org.p13n.engine.profile;

import java.time.Duration;

/**
 * How regularly something is bought.
 *
 * @param purchases how many of the latest purchases the cadence is drawn from, 1 to 4: its evidence
 * @param interval the mean time between them; zero if there was only one
 * @param lastAt epoch milliseconds of the last one, to the minute
 */
public record Cadence(int purchases, Duration interval, long lastAt) {}
