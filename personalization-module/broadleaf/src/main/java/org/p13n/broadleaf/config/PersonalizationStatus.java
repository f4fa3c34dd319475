package org.p13n.broadleaf.config;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.engine.event.InteractionType;

/**
 * What the admin shows of the module: counts of what is stored, and how the storefront's nodes are doing. Reads the
 * database and nothing else, because the admin is another process.
 */
public final class PersonalizationStatus {
    /** Counting distinct shoppers reads a whole column; so it is not done more often than this. */
    private static final long RECOUNT_MILLIS = 30_000;

    private static final long MILLIS_PER_DAY = 86_400_000;

    private final PlatformDatabase database;
    private final LongSupplier clock;
    private final ZoneId zone;
    private volatile Count shoppers = new Count(0, Long.MIN_VALUE);

    private record Count(long count, long at) {}

    /** How often each type of interaction happened on one day of the shop's time zone. */
    public record Day(LocalDate date, Map<InteractionType, Long> counts) {
        public Day {
            counts = Map.copyOf(counts);
        }

        public long count(InteractionType type) {
            return counts.getOrDefault(type, 0L);
        }
    }

    public PersonalizationStatus(PlatformDatabase database) {
        this(database, System::currentTimeMillis, ZoneId.systemDefault());
    }

    PersonalizationStatus(PlatformDatabase database, LongSupplier clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    /** The last days up to today, the oldest first; days on which nothing happened are there too. */
    public List<Day> days(int howMany) {
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(clock.getAsLong()), zone);
        LocalDate first = today.minusDays(howMany - 1L);
        Map<LocalDate, Map<InteractionType, Long>> counts = new TreeMap<>();
        first.datesUntil(today.plusDays(1)).forEach(day -> counts.put(day, new EnumMap<>(InteractionType.class)));
        // the database counts in days of the zone's present offset; a day on which the clocks change is an hour off
        long offset = zone.getRules()
                        .getOffset(Instant.ofEpochMilli(clock.getAsLong()))
                        .getTotalSeconds()
                * 1_000L;
        database.jdbc()
                .query(
                        "SELECT FLOOR((OCCURRED_AT + " + offset + ") / " + MILLIS_PER_DAY + ") DAY_NUMBER, TYPE_CODE,"
                                + " COUNT(*) HOW_OFTEN FROM P13N_INTERACTION WHERE OCCURRED_AT >= ?"
                                + " GROUP BY FLOOR((OCCURRED_AT + " + offset + ") / " + MILLIS_PER_DAY + "), TYPE_CODE",
                        row -> {
                            LocalDate date = LocalDate.ofEpochDay(row.getLong("DAY_NUMBER"));
                            if (counts.containsKey(date)) {
                                counts.get(date)
                                        .put(InteractionType.ofCode(row.getInt("TYPE_CODE")), row.getLong("HOW_OFTEN"));
                            }
                        },
                        first.toEpochDay() * MILLIS_PER_DAY - offset);
        List<Day> days = new ArrayList<>();
        counts.forEach((date, ofDay) -> days.add(new Day(date, ofDay)));
        return days;
    }

    /** How many interactions are stored. */
    public long interactions() {
        return database.jdbc().queryForObject("SELECT COUNT(*) FROM P13N_INTERACTION", Long.class);
    }

    /** How many different shoppers have done anything, counted within the last half minute. */
    public long shoppersKnown() {
        long now = clock.getAsLong();
        Count known = shoppers;
        if (now - RECOUNT_MILLIS >= known.at()) {
            known = new Count(
                    database.jdbc()
                            .queryForObject("SELECT COUNT(DISTINCT SHOPPER_ID) FROM P13N_INTERACTION", Long.class),
                    now);
            shoppers = known;
        }
        return known.count();
    }

    /** The nodes that reported themselves within the last day, the latest first. */
    public List<NodeStatus> nodes() {
        return database.jdbc()
                .query(
                        "SELECT * FROM P13N_NODE WHERE SEEN_AT >= ? ORDER BY SEEN_AT DESC, NODE_NAME",
                        (row, number) -> new NodeStatus(
                                row.getString("NODE_NAME"),
                                row.getLong("SEEN_AT"),
                                row.getLong("MODEL_VERSION"),
                                row.getLong("MODEL_TRAINED_AT"),
                                row.getLong("MODEL_TRAINING_MILLIS"),
                                row.getLong("MODEL_SIZE_BYTES"),
                                row.getInt("MODEL_ITEMS"),
                                row.getLong("INTERACTIONS_LEARNED"),
                                row.getInt("SHOPPERS_CACHED"),
                                row.getInt("QUEUE_DEPTH"),
                                row.getLong("QUEUE_DROPPED"),
                                row.getString("LAST_ERROR_KIND"),
                                row.getLong("LAST_ERROR_AT")),
                        clock.getAsLong() - MILLIS_PER_DAY);
    }
}
