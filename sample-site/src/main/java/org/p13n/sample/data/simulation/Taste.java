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

    /** A product liked by less than this factor is not taken even if it goes well with another. */
    private static final double DISLIKED = 0.2;

    private final Shelf shelf;
    private final Kind kind;
    private final double[] weights;
    private final double[] upTo;

    /** What all shoppers of an archetype have in common, by the product's place on the shelf. */
    static final class Kind {
        /** How likely each product is chosen. */
        private final double[] weights;
        /** The part of it that is liking, without department, brand, popularity and price. */
        private final double[] likings;

        Kind(Shelf shelf, Archetype archetype) {
            weights = new double[shelf.items().size()];
            likings = new double[weights.length];
            for (Shelf.Item item : shelf.items()) {
                likings[item.index()] = liking(item, archetype);
                double distance = (item.priceLevel() - archetype.priceLevel()) / PRICE_SPREAD;
                weights[item.index()] = likings[item.index()]
                        * department(item, archetype)
                        * archetype.brands().getOrDefault(item.brand(), 1.0)
                        * item.popularity()
                        * Math.exp(-distance * distance / 2);
            }
        }
    }

    Taste(Shelf shelf, Kind kind, Map<String, Double> ownBrands) {
        this.shelf = shelf;
        this.kind = kind;
        this.weights = kind.weights.clone();
        for (Shelf.Item item : shelf.items()) {
            weights[item.index()] *= ownBrands.getOrDefault(item.brand(), 1.0);
        }
        this.upTo = weights.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    /** Whether there is anything on the shelf for this shopper. */
    boolean likesAnything() {
        return upTo.length > 0 && upTo[upTo.length - 1] > 0;
    }

    /** Whether the shopper would take the product along with another one. */
    boolean accepts(Shelf.Item item) {
        return weights[item.index()] > 0 && kind.likings[item.index()] >= DISLIKED;
    }

    private double of(Shelf.Item item) {
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

    private static double department(Shelf.Item item, Archetype archetype) {
        return archetype.departments().getOrDefault(item.department().toLowerCase(Locale.ROOT), 0.0);
    }

    private static double liking(Shelf.Item item, Archetype archetype) {
        double liking = 1;
        for (Map.Entry<String, Double> like : archetype.likes().entrySet()) {
            if (concerns(like.getKey(), item)) {
                liking *= like.getValue();
            }
        }
        return liking;
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
