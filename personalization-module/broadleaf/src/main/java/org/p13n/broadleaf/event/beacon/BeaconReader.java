package org.p13n.broadleaf.event.beacon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.ShownLists;
import org.p13n.broadleaf.event.Visit;
import org.p13n.broadleaf.event.Worker;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;

/**
 * The background thread that reads beacons and records what is true of them. A beacon is a few lines of text: {@code 1}
 * and the session's token, then in any order {@code s list position} (the list was seen down to there), {@code c list
 * position} (that product was chosen), {@code d product seconds} (its page was in sight for so long) and {@code q
 * product} (a quick look).
 */
public final class BeaconReader {
    static final int MOST_LINES = 64;
    private static final int LONGEST_DWELL = 3_600;
    private static final int MOST_DIGITS = 19;
    private static final String VERSION = "1 ";

    private final BeaconInbox inbox;
    private final ShownLists lists;
    private final InteractionRecorder recorder;
    private final Counters counters;
    private final Worker worker;

    /**
     * A reader that has not started yet.
     *
     * @param capacity how many beacons may wait to be read
     * @param pauseMillis the longest time between two looks at those that wait
     */
    public BeaconReader(
            int capacity,
            long pauseMillis,
            ShownLists lists,
            InteractionRecorder recorder,
            Counters counters,
            Failures failures) {
        inbox = new BeaconInbox(capacity);
        this.lists = lists;
        this.recorder = recorder;
        this.counters = counters;
        worker = new Worker("beacons", pauseMillis, this::readAll, failures);
    }

    public void start() {
        worker.start();
    }

    /** Reads what is waiting and then no more. */
    public void stop() {
        worker.finish();
    }

    boolean offer(Beacon beacon) {
        boolean taken = inbox.offer(beacon);
        worker.wake();
        return taken;
    }

    int waiting() {
        return inbox.size();
    }

    void readAll() {
        for (Beacon next = inbox.poll(); next != null; next = inbox.poll()) {
            read(next);
        }
    }

    private void read(Beacon beacon) {
        String[] lines = new String(beacon.body(), StandardCharsets.ISO_8859_1).split("\n", MOST_LINES + 2);
        if (!hasToken(lines[0], beacon.token()) || lines.length > MOST_LINES + 1) {
            counters.add(Counter.BEACON_LINES_IGNORED, lines.length);
            return;
        }
        for (int i = 1; i < lines.length; i++) {
            Interaction told = interaction(lines[i], beacon);
            if (told == null) {
                counters.add(Counter.BEACON_LINES_IGNORED, 1);
            } else {
                Visit visit = beacon.visit();
                recorder.record(visit.shopper(), visit.here(told));
            }
        }
    }

    private static boolean hasToken(String line, String token) {
        return line.startsWith(VERSION)
                && MessageDigest.isEqual(
                        line.substring(VERSION.length()).getBytes(StandardCharsets.ISO_8859_1),
                        token.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** What the line reports, if it is possible and new; else null. */
    private Interaction interaction(String line, Beacon beacon) {
        String[] words = line.split(" ", 4);
        long id = words.length > 1 ? number(words[1]) : 0;
        long value = words.length == 3 ? number(words[2]) : 0;
        if (id <= 0 || value < 0 || value > LONGEST_DWELL) {
            return null;
        }
        return switch (words[0] + words.length) {
            case "s3" -> seen(beacon, id, (int) value);
            case "c3" -> click(beacon, id, (int) value);
            case "d3" -> dwell(beacon, id, (int) value);
            case "q2" -> quickLook(beacon, id);
            default -> null;
        };
    }

    private Interaction seen(Beacon beacon, long listId, int deepest) {
        long shopperId = beacon.visit().shopper().id();
        if (!lists.isNewlySeen(shopperId, listId, deepest)) {
            return null;
        }
        InteractionDetails details =
                InteractionDetails.NONE.withImpression(listId).withValue(deepest);
        return Interaction.of(InteractionType.IMPRESSION_SEEN, shopperId, 0, details, beacon.at());
    }

    private Interaction click(Beacon beacon, long listId, int position) {
        long shopperId = beacon.visit().shopper().id();
        return lists.confirmClick(shopperId, listId, position)
                .map(click ->
                        Interaction.click(shopperId, click.itemId(), click.listId(), click.position(), beacon.at()))
                .orElse(null);
    }

    private Interaction dwell(Beacon beacon, long itemId, int seconds) {
        long shopperId = beacon.visit().shopper().id();
        InteractionDetails details = InteractionDetails.NONE.withValue(seconds);
        return lists.canHaveDwelt(shopperId, itemId, seconds)
                ? Interaction.of(InteractionType.DWELL, shopperId, itemId, details, beacon.at())
                : null;
    }

    private Interaction quickLook(Beacon beacon, long itemId) {
        long shopperId = beacon.visit().shopper().id();
        return lists.hasMet(shopperId, itemId)
                ? Interaction.of(InteractionType.QUICK_LOOK, shopperId, itemId, InteractionDetails.NONE, beacon.at())
                : null;
    }

    /** The whole number that the text is, or -1. */
    private static long number(String text) {
        if (text.isEmpty() || text.length() >= MOST_DIGITS + 1) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
