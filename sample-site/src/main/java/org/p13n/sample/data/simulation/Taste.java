package org.p13n.sample.data.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.p13n.sample.data.file.CategoryPath;

/** How likely one shopper is to choose each product of the shelf. */
final class Taste {
    /** How far from the shopper's price level a product is still liked: one standard deviation. */
    private static final double PRICE_SPREAD = 0.3;

    private final Shelf shelf;
    private final double[] weights;
    private final double[] upTo;

    Taste(Shelf shelf, Archetype archetype, Map<String, Double> ownBrands) {
        this.shelf = shelf;
        this.weights = new double[shelf.items().size()];
        for (Shelf.Item item : shelf.items()) {
            String brand = brand(item);
            weights[item.index()] = weight(item, archetype)
                    * archetype.brands().getOrDefault(brand, 1.0)
                    * ownBrands.getOrDefault(brand, 1.0);
        }
        this.upTo = weights.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    /** Whether there is anything on the shelf for this shopper. */
    boolean likesAnything() {
        return upTo.length > 0 && upTo[upTo.length - 1] > 0;
    }

    double of(Shelf.Item item) {
        return weights[item.index()];
    }

    /** Any product of the shelf, by taste. */
    Shelf.Item drawn(SplittableRandom random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int index = Arrays.binarySearch(upTo, at);
        int found = index < 0 ? -index - 1 : index + 1;
        return shelf.items().get(Math.min(found, upTo.length - 1));
    }

    /** One of these products, by taste; null if none of them is to the shopper's taste. */
    Shelf.Item drawn(List<Shelf.Item> among, SplittableRandom random) {
        double left = random.nextDouble() * among.stream().mapToDouble(this::of).sum();
        for (Shelf.Item item : among) {
            left -= of(item);
            if (left < 0) {
                return item;
            }
        }
        return null;
    }

    static String brand(Shelf.Item item) {
        String brand = item.line().brand();
        return brand == null ? "" : brand.toLowerCase(Locale.ROOT);
    }

    private static double weight(Shelf.Item item, Archetype archetype) {
        double department =
                archetype.departments().getOrDefault(item.department().toLowerCase(Locale.ROOT), 0.0);
        double distance = (item.priceLevel() - archetype.priceLevel()) / PRICE_SPREAD;
        double weight = department * item.popularity() * Math.exp(-distance * distance / 2);
        for (Map.Entry<String, Double> like : archetype.likes().entrySet()) {
            if (concerns(like.getKey(), item)) {
                weight *= like.getValue();
            }
        }
        return weight;
    }

    private static boolean concerns(String like, Shelf.Item item) {
        int colon = like.indexOf(':');
        if (colon < 0) {
            return item.line().categories().stream().map(CategoryPath::key).anyMatch(path -> path.contains(like));
        }
        String value = item.line().attributes().get(like.substring(0, colon));
        return value != null && value.toLowerCase(Locale.ROOT).contains(like.substring(colon + 1));
    }
}
