package org.p13n.engine.profile;

import java.util.concurrent.TimeUnit;
import org.p13n.engine.profile.Declared.Declaration;
import org.p13n.engine.profile.Marks.Mark;

/**
 * Writes the stored form of a profile, like {@code p2|7|120|1700000000000|brand:42.1@0;12.3x14@37 Acme|viewed:0 17}:
 * version, shopper, number of interactions, time of the last one, then named fields of entries, of which the empty ones
 * are left out. {@link ProfileReader} reads it.
 */
final class ProfileText {
    /*
     * Times are written as ages on a fixed grid (hours for weights, minutes for what the shopper said, seconds for what
     * he did) before the grid point of the last interaction, so that they are short and reading and writing again
     * changes nothing. Weights: total@hours;weight x evidence@hours key. Items: seconds since the item before, then the
     * id, "~" before what was taken back. Marks: minutes, line, "~" before what was taken back. Cadences: minutes
     * between purchases from the last backwards, then the id.
     */
    static final String VERSION = "p2";
    static final double DECIMALS = 100;

    private final StringBuilder text = new StringBuilder(1024);
    private final ProfileParts profile;

    private ProfileText(ProfileParts profile) {
        this.profile = profile;
    }

    static String encode(ShopperProfile profile) {
        return new ProfileText(profile.parts).written();
    }

    static ShopperProfile decode(String text, ProfileSettings settings) {
        return ProfileReader.read(text, settings);
    }

    private String written() {
        text.append(VERSION).append('|').append(profile.shopperId);
        text.append('|').append(profile.interactionCount).append('|').append(profile.lastInteractionAt);
        for (Trait trait : Trait.values()) {
            append(trait, profile.weights(trait));
        }
        append("viewed", profile.viewed);
        append("carted", profile.carted);
        append("bought", profile.bought);
        append("cadence", profile.itemCadences);
        append("category-cadence", profile.categoryCadences);
        append("rejected", profile.rejected);
        append("removed", profile.removed);
        append(profile.declared);
        append("cleared", profile.viewedClearedAt);
        append("paused", profile.pausedAt);
        append("resumed", profile.resumedAt);
        return text.toString();
    }

    private void append(Trait trait, DecayedWeights table) {
        if (table.isEmpty()) {
            return;
        }
        field(trait.word);
        number(table.total);
        text.append('@').append(table.total == 0 ? 0 : age(TimeUnit.HOURS, table.totalAt));
        for (int i = 0; i < table.size(); i++) {
            text.append(';');
            number(table.weights[i]);
            text.append('x').append(table.evidence[i]);
            text.append('@').append(age(TimeUnit.HOURS, table.times[i])).append(' ');
            if (trait.isLabelled()) {
                quoted(table.labels[i]);
            } else {
                text.append(table.keys[i]);
            }
        }
    }

    private void append(String name, RecentItems items) {
        long before = 0;
        for (int i = 0; i < items.size(); i++) {
            if (i == 0) {
                field(name);
            } else {
                text.append(';');
            }
            long age = age(TimeUnit.SECONDS, items.time(i));
            text.append(age - before)
                    .append(' ')
                    .append(items.isGone(i) ? "~" : "")
                    .append(items.id(i));
            before = age;
        }
    }

    private void append(String name, Cadences cadences) {
        boolean first = true;
        for (var entry : cadences.minutes().entrySet()) {
            if (first) {
                field(name);
            } else {
                text.append(';');
            }
            first = false;
            long before = TimeUnit.MILLISECONDS.toMinutes(profile.lastInteractionAt);
            for (long minute : entry.getValue()) {
                text.append(before - minute).append(',');
                before = minute;
            }
            text.setCharAt(text.length() - 1, ' ');
            text.append(entry.getKey());
        }
    }

    private void append(String name, Marks marks) {
        boolean first = true;
        for (Mark mark : marks.all()) {
            if (first) {
                field(name);
            } else {
                text.append(';');
            }
            first = false;
            text.append(age(TimeUnit.MINUTES, mark.at())).append(mark.set() ? " " : " ~");
            text.append(mark.line().kind().word()).append(':');
            quoted(mark.line().value());
        }
    }

    private void append(Declared declared) {
        boolean first = true;
        for (Declaration declaration : declared.all()) {
            if (first) {
                field("declared");
            } else {
                text.append(';');
            }
            first = false;
            text.append(age(TimeUnit.MINUTES, declaration.at())).append(' ');
            text.append(declaration.preference().encode());
        }
    }

    private void append(String name, long time) {
        if (time != 0) {
            field(name);
            text.append(time);
        }
    }

    private void field(String name) {
        text.append('|').append(name).append(':');
    }

    private long age(TimeUnit unit, long at) {
        return unit.convert(profile.lastInteractionAt, TimeUnit.MILLISECONDS) - unit.convert(at, TimeUnit.MILLISECONDS);
    }

    /** Without needless zeros: 12.3 and 5, not 12.30 and 5.0. */
    private void number(double weight) {
        long scaled = Math.round(weight * DECIMALS);
        text.append(
                scaled % DECIMALS == 0 ? Long.toString(scaled / (long) DECIMALS) : Double.toString(scaled / DECIMALS));
    }

    /** Escapes what has a meaning in this text, and control characters, which not every database stores. */
    private void quoted(String label) {
        for (int i = 0; i < label.length(); i++) {
            char each = label.charAt(i);
            if (each == '%' || each == ';' || each == '|' || each < ' ') {
                text.append('%').append(Character.forDigit(each >> 4, 16)).append(Character.forDigit(each & 15, 16));
            } else {
                text.append(each);
            }
        }
    }
}
