package org.p13n.sample.data.simulation;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** One simulated shopper: taste, size, level of activity, what they own and what they are used to buying again. */
final class Shopper {
    private static final double OWN_BRAND_FACTOR = 4;
    private static final int OWN_BRANDS = 3;
    private static final double REGULAR = 2;

    final String id;
    final Archetype archetype;
    final Taste taste;
    final double activity;
    /** Whether the shopper was there all year, and often: somebody to log in as. */
    final boolean regular;

    final SplittableRandom random;
    final Set<Shelf.Item> owned = new HashSet<>();
    final Map<Shelf.Item, Instant> dueAgain = new LinkedHashMap<>();
    private final double body;
    private final double colour;

    Shopper(String id, Archetype archetype, boolean regular, Shelf shelf, Taste.Kind kind, SplittableRandom random) {
        this.regular = regular;
        this.id = id;
        this.archetype = archetype;
        this.random = random;
        double drawn = Chance.activity(random);
        this.activity = regular ? Math.max(drawn, REGULAR) : drawn;
        this.body = archetype.bodyLow() + random.nextDouble() * (archetype.bodyHigh() - archetype.bodyLow());
        this.colour = random.nextDouble();
        this.taste = new Taste(shelf, kind, ownBrands(shelf, random));
    }

    /** The options this shopper takes: always the same size, and mostly the same colour, of a thing. */
    Map<String, String> options(Shelf.Item item) {
        Map<String, String> chosen = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> option : item.line().options().entrySet()) {
            boolean size = option.getKey().equalsIgnoreCase("size");
            List<String> values = option.getValue();
            int at = (int) ((size ? body : colour) * values.size());
            chosen.put(option.getKey(), values.get(Math.min(at, values.size() - 1)));
        }
        return chosen;
    }

    private static Map<String, Double> ownBrands(Shelf shelf, SplittableRandom random) {
        Map<String, Double> brands = new LinkedHashMap<>();
        List<Shelf.Item> items = shelf.items();
        for (int i = 0; i < OWN_BRANDS && !items.isEmpty(); i++) {
            brands.put(items.get(random.nextInt(items.size())).brand(), OWN_BRAND_FACTOR);
        }
        return brands;
    }
}
