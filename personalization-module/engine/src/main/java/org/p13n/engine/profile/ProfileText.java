package org.p13n.engine.profile;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The stored form of a profile: nine fields between bars. The version, shopper, number of interactions, time of the
 * last, categories, brands, items viewed, carted, bought. A weight reads {@code key=weight@time}, an item
 * {@code id@time}, and the first entry of categories and brands is their total.
 */
final class ProfileText {
    private static final String VERSION = "p1";
    private static final int FIELDS = 9;
    private static final double DECIMALS = 10_000;
    private static final int SHOWN = 80;

    private ProfileText() {}

    static String encode(ShopperProfile profile) {
        StringBuilder text = new StringBuilder(512)
                .append(VERSION)
                .append('|')
                .append(profile.shopperId)
                .append('|')
                .append(profile.interactionCount)
                .append('|')
                .append(profile.lastInteractionAt);
        appendWeights(text, profile.categories);
        appendWeights(text, profile.brands);
        appendItems(text, profile.viewed);
        appendItems(text, profile.carted);
        appendItems(text, profile.bought);
        return text.toString();
    }

    static ShopperProfile decode(String text, ProfileSettings settings) {
        String[] fields = fields(text);
        try {
            ProfileParts parts = new ProfileParts(Long.parseLong(fields[1]), settings);
            parts.interactionCount = notNegative(Long.parseLong(fields[2]));
            parts.lastInteractionAt = notNegative(Long.parseLong(fields[3]));
            parts.categories = weights(
                    fields[4], false, new Decay(settings.categoryHalfLife().toMillis()));
            parts.brands =
                    weights(fields[5], true, new Decay(settings.brandHalfLife().toMillis()));
            parts.viewed = items(fields[6]);
            parts.carted = items(fields[7]);
            parts.bought = items(fields[8]);
            return new ShopperProfile(parts);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "A stored profile must be unbroken but '" + shown(text) + "' is not (" + e.getMessage()
                            + "): delete it and the shopper starts afresh",
                    e);
        }
    }

    private static String[] fields(String text) {
        String given = text == null ? "" : text;
        String[] fields = given.split("\\|", -1);
        if (fields[0].matches("p[0-9]{1,9}") && !fields[0].equals(VERSION)) {
            throw new IllegalArgumentException("A stored profile must have version " + VERSION + " but has " + fields[0]
                    + ": a newer module wrote it; update the module on this node");
        }
        if (!fields[0].equals(VERSION) || fields.length != FIELDS) {
            throw new IllegalArgumentException("A stored profile must begin with " + VERSION + " and have " + FIELDS
                    + " fields but is '" + shown(given) + "': delete it and the shopper starts afresh");
        }
        return fields;
    }

    private static void appendWeights(StringBuilder text, DecayedWeights weights) {
        text.append('|');
        appendWeight(text, weights.total, weights.totalAt);
        for (int i = 0; i < weights.size(); i++) {
            String label = weights.labels[i];
            text.append(';')
                    .append(label == null ? Long.toString(weights.keys[i]) : quoted(label))
                    .append('=');
            appendWeight(text, weights.weights[i], weights.times[i]);
        }
    }

    private static void appendWeight(StringBuilder text, double weight, long at) {
        text.append(Math.round(weight * DECIMALS) / DECIMALS).append('@').append(at);
    }

    private static void appendItems(StringBuilder text, RecentItems items) {
        text.append('|');
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : ";").append(items.id(i)).append('@').append(items.time(i));
        }
    }

    private static DecayedWeights weights(String field, boolean labelled, Decay decay) {
        String[] entries = field.split(";", -1);
        DecayedWeightsBuilder builder = new DecayedWeightsBuilder(DecayedWeights.EMPTY, entries.length, decay);
        builder.addTotal(weight(entries[0]), time(entries[0]));
        for (int i = 1; i < entries.length; i++) {
            int equals = entries[i].indexOf('=');
            String name = entries[i].substring(0, equals);
            String label = labelled ? unquoted(name) : null;
            long key = labelled ? BrandKey.of(label) : Long.parseLong(name);
            String value = entries[i].substring(equals + 1);
            builder.add(key, label, weight(value), time(value));
        }
        return builder.build();
    }

    private static RecentItems items(String field) {
        RecentItems items = RecentItems.EMPTY;
        if (field.isEmpty()) {
            return items;
        }
        for (String entry : field.split(";", -1)) {
            items = items.with(Long.parseLong(entry.substring(0, entry.indexOf('@'))), time(entry));
        }
        return items;
    }

    private static double weight(String entry) {
        double weight = Double.parseDouble(entry.substring(0, entry.indexOf('@')));
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("a weight must be a number but is " + weight);
        }
        return weight;
    }

    private static long time(String entry) {
        return notNegative(Long.parseLong(entry.substring(entry.indexOf('@') + 1)));
    }

    private static long notNegative(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a count or time must not be negative but is " + value);
        }
        return value;
    }

    private static String quoted(String label) {
        return URLEncoder.encode(label, StandardCharsets.UTF_8);
    }

    private static String unquoted(String label) {
        return URLDecoder.decode(label, StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
