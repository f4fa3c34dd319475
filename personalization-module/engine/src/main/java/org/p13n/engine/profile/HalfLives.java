package org.p13n.engine.profile;

import java.time.Duration;

/**
 * After how long the weights of each kind are halved; each more than 0.
 *
 * @param category default 30 days
 * @param brand default 60 days: people stay with a brand
 * @param attribute default 60 days: sizes and skin types stay, colours go
 * @param priceBand default 90 days: a budget changes slowest
 * @param searchIntent default 7 days: what was looked for is found or given up
 * @param habit of the device and the time of the week; default 60 days
 * @param ignored of the lists in which a product was not looked at; default 14 days
 */
public record HalfLives(
        Duration category,
        Duration brand,
        Duration attribute,
        Duration priceBand,
        Duration searchIntent,
        Duration habit,
        Duration ignored) {
    static final HalfLives DEFAULTS = new HalfLives(
            Duration.ofDays(30),
            Duration.ofDays(60),
            Duration.ofDays(60),
            Duration.ofDays(90),
            Duration.ofDays(7),
            Duration.ofDays(60),
            Duration.ofDays(14));

    public HalfLives {
        requirePositive("category", category);
        requirePositive("brand", brand);
        requirePositive("attribute", attribute);
        requirePositive("priceBand", priceBand);
        requirePositive("searchIntent", searchIntent);
        requirePositive("habit", habit);
        requirePositive("ignored", ignored);
    }

    Duration of(Trait trait) {
        return switch (trait) {
            case CATEGORY -> category;
            case BRAND -> brand;
            case ATTRIBUTE -> attribute;
            case PRICE -> priceBand;
            case INTENT -> searchIntent;
            case DEVICE, TIME -> habit;
            case IGNORED -> ignored;
        };
    }

    private static void requirePositive(String name, Duration value) {
        if (value.toMillis() <= 0) {
            throw new IllegalArgumentException(
                    "Profile setting half-life " + name + " must be 1 ms or more but is " + value);
        }
    }
}
