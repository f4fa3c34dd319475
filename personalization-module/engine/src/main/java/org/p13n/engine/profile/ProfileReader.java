package org.p13n.engine.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Preference;

/** Reads what {@link ProfileText} has written; used by one thread and thrown away. */
final class ProfileReader {
    private static final int HEAD = 4;
    private static final int SHOWN = 80;

    private final ProfileParts parts;

    private ProfileReader(ProfileParts parts) {
        this.parts = parts;
    }

    static ShopperProfile read(String text, ProfileSettings settings) {
        String[] fields = fields(text);
        try {
            ProfileParts parts = new ProfileParts(Long.parseLong(fields[1]), settings);
            parts.interactionCount = notNegative(Long.parseLong(fields[2]));
            parts.lastInteractionAt = notNegative(Long.parseLong(fields[3]));
            ProfileReader reader = new ProfileReader(parts);
            for (int i = HEAD; i < fields.length; i++) {
                int colon = fields[i].indexOf(':');
                reader.read(fields[i].substring(0, colon), fields[i].substring(colon + 1));
            }
            return new ShopperProfile(parts);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "A stored profile must be unbroken but '" + shown(text) + "' is not (" + e.getMessage()
                            + "): it is to be built again from the interactions",
                    e);
        }
    }

    private static String[] fields(String text) {
        String given = text == null ? "" : text;
        String[] fields = given.split("\\|", -1);
        if (fields[0].matches("p[0-9]{1,9}") && !fields[0].equals(ProfileText.VERSION)) {
            throw new IllegalArgumentException("A stored profile must have version " + ProfileText.VERSION + " but has "
                    + fields[0] + ": it is to be built again from the interactions");
        }
        if (!fields[0].equals(ProfileText.VERSION) || fields.length < HEAD) {
            throw new IllegalArgumentException("A stored profile must begin with " + ProfileText.VERSION + " and have "
                    + HEAD + " fields at least but is '" + shown(given)
                    + "': it is to be built again from the interactions");
        }
        return fields;
    }

    private void read(String name, String content) {
        switch (name) {
            case "viewed" -> parts.viewed = items(content);
            case "carted" -> parts.carted = items(content);
            case "bought" -> parts.bought = items(content);
            case "cadence" -> parts.itemCadences = cadences(content);
            case "category-cadence" -> parts.categoryCadences = cadences(content);
            case "rejected" -> parts.rejected = marks(content);
            case "removed" -> parts.removed = marks(content);
            case "declared" -> parts.declared = declared(content);
            case "cleared" -> parts.viewedClearedAt = notNegative(Long.parseLong(content));
            case "paused" -> parts.pausedAt = notNegative(Long.parseLong(content));
            case "resumed" -> parts.resumedAt = notNegative(Long.parseLong(content));
            default -> readWeights(trait(name), content);
        }
    }

    private static Trait trait(String name) {
        for (Trait trait : Trait.values()) {
            if (trait.word.equals(name)) {
                return trait;
            }
        }
        throw new IllegalArgumentException("there is no field " + name);
    }

    private void readWeights(Trait trait, String content) {
        String[] entries = content.split(";", -1);
        DecayedWeightsBuilder builder =
                new DecayedWeightsBuilder(DecayedWeights.EMPTY, entries.length, parts.settings.decay(trait));
        int at = entries[0].indexOf('@');
        builder.addTotal(number(entries[0].substring(0, at)), time(TimeUnit.HOURS, entries[0].substring(at + 1)));
        for (int i = 1; i < entries.length; i++) {
            String entry = entries[i];
            int times = entry.indexOf('x');
            int age = entry.indexOf('@');
            int space = entry.indexOf(' ');
            String name = unquoted(entry.substring(space + 1));
            builder.add(
                    trait.isLabelled() ? Label.key(name) : Long.parseLong(name),
                    trait.isLabelled() ? name : null,
                    number(entry.substring(0, times)),
                    time(TimeUnit.HOURS, entry.substring(age + 1, space)),
                    (int) notNegative(Integer.parseInt(entry.substring(times + 1, age))));
        }
        parts.set(trait, builder.build(trait.limit));
    }

    private RecentItems items(String content) {
        String[] entries = content.split(";", -1);
        long[] ids = new long[entries.length];
        long[] times = new long[entries.length];
        boolean[] gone = new boolean[entries.length];
        long age = 0;
        for (int i = 0; i < entries.length; i++) {
            int space = entries[i].indexOf(' ');
            age += notNegative(Long.parseLong(entries[i].substring(0, space)));
            times[i] = time(TimeUnit.SECONDS, age);
            gone[i] = entries[i].charAt(space + 1) == '~';
            ids[i] = Long.parseLong(entries[i].substring(space + (gone[i] ? 2 : 1)));
        }
        return RecentItems.of(ids, times, gone);
    }

    private Cadences cadences(String content) {
        TreeMap<Long, long[]> minutes = new TreeMap<>();
        for (String entry : content.split(";", -1)) {
            int space = entry.indexOf(' ');
            long key = Long.parseLong(entry.substring(space + 1));
            String[] between = entry.substring(0, space).split(",", -1);
            long[] newestFirst = new long[between.length];
            long minute = TimeUnit.MILLISECONDS.toMinutes(parts.lastInteractionAt);
            for (int i = 0; i < between.length; i++) {
                minute = notNegative(minute - notNegative(Long.parseLong(between[i])));
                newestFirst[i] = minute;
            }
            minutes.put(key, newestFirst);
        }
        return Cadences.of(minutes);
    }

    private Marks marks(String content) {
        List<Marks.Mark> marks = new ArrayList<>();
        for (String entry : content.split(";", -1)) {
            int space = entry.indexOf(' ');
            boolean takenBack = entry.charAt(space + 1) == '~';
            int colon = entry.indexOf(':', space);
            Conclusion.Kind kind = kind(entry.substring(space + (takenBack ? 2 : 1), colon));
            Conclusion line = new Conclusion(kind, unquoted(entry.substring(colon + 1)));
            marks.add(Marks.mark(line, time(TimeUnit.MINUTES, entry.substring(0, space)), !takenBack));
        }
        return Marks.of(marks);
    }

    private static Conclusion.Kind kind(String word) {
        for (Conclusion.Kind kind : Conclusion.Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("there is no conclusion " + word);
    }

    private Declared declared(String content) {
        Declared declared = Declared.EMPTY;
        for (String entry : content.split(";", -1)) {
            int space = entry.indexOf(' ');
            Preference preference = Preference.decode(entry.substring(space + 1));
            declared = declared.with(preference, time(TimeUnit.MINUTES, entry.substring(0, space)));
        }
        return declared;
    }

    private long time(TimeUnit unit, String age) {
        return time(unit, notNegative(Long.parseLong(age)));
    }

    private long time(TimeUnit unit, long age) {
        return notNegative(unit.toMillis(unit.convert(parts.lastInteractionAt, TimeUnit.MILLISECONDS) - age));
    }

    private static double number(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a weight must be a number but is " + number);
        }
        return number;
    }

    private static long notNegative(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a count or time must not be negative but is " + value);
        }
        return value;
    }

    private static String unquoted(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '%') {
                plain.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                plain.append(each);
            }
        }
        return plain.toString();
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
