package org.p13n.sample.data.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.p13n.sample.data.file.CategoryPath;
import org.p13n.sample.data.file.ProductLine;

/** The catalog as the simulation sees it: every product with its popularity, its price level and what goes with it. */
final class Shelf {
    /** Sales of the n-th most popular product fall like n to the power of minus this. */
    private static final double POPULARITY_SLOPE = 0.7;

    private static final int COMPANIONS = 3;

    private final List<Item> items;
    private final Map<String, List<Item>> byCategory = new HashMap<>();

    /**
     * A product on the shelf.
     *
     * @param brand the brand in lower case, empty if there is none
     * @param popularity how much it sells compared with the others, at most 1
     * @param priceLevel 0 for the cheapest of its category to 1 for the dearest
     * @param accessories what belongs to it, and can be used with nothing else
     * @param devices what it belongs to
     * @param companions what many choose with it, such as the other pieces of an outfit
     */
    record Item(
            int index,
            ProductLine line,
            String brand,
            double popularity,
            double priceLevel,
            Integer reorderDays,
            List<Item> accessories,
            List<Item> devices,
            List<Item> companions) {

        CategoryPath category() {
            return line.categories().get(0);
        }

        String department() {
            return category().department();
        }

        boolean sold(Instant at) {
            return (line.activeFrom() == null || !line.activeFrom().isAfter(at))
                    && (line.activeTo() == null || line.activeTo().isAfter(at));
        }

        /** Whether shoppers can have it today: what is archived or out of stock was sold in the past. */
        boolean available() {
            return !line.archived() && (line.stock() == null || line.stock() > 0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Item item && item.index == index;
        }

        @Override
        public int hashCode() {
            return index;
        }
    }

    Shelf(List<ProductLine> lines, SplittableRandom random) {
        double[] popularity = popularity(lines.size(), random);
        Map<ProductLine, Double> priceLevels = priceLevels(lines);
        List<Item> all = new ArrayList<>();
        for (ProductLine line : lines) {
            int index = all.size();
            all.add(new Item(
                    index,
                    line,
                    line.brand() == null ? "" : line.brand().toLowerCase(Locale.ROOT),
                    popularity[index],
                    priceLevels.get(line),
                    reorderDays(line),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>()));
        }
        items = List.copyOf(all);
        items.forEach(item -> byCategory
                .computeIfAbsent(item.category().key(), key -> new ArrayList<>())
                .add(item));
        connectAccessories();
        items.forEach(item -> connectCompanions(item, random));
    }

    List<Item> items() {
        return items;
    }

    /** The products of the item's own category. */
    List<Item> besides(Item item) {
        return byCategory.get(item.category().key());
    }

    private static double[] popularity(int size, SplittableRandom random) {
        double[] popularity = new double[size];
        for (int i = 0; i < size; i++) {
            popularity[i] = Math.pow(i + 1.0, -POPULARITY_SLOPE);
        }
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swapped = popularity[i];
            popularity[i] = popularity[j];
            popularity[j] = swapped;
        }
        return popularity;
    }

    private static Map<ProductLine, Double> priceLevels(List<ProductLine> lines) {
        Map<String, List<ProductLine>> categories = new HashMap<>();
        lines.forEach(line -> categories
                .computeIfAbsent(line.categories().get(0).key(), key -> new ArrayList<>())
                .add(line));
        Map<ProductLine, Double> levels = new HashMap<>();
        for (List<ProductLine> category : categories.values()) {
            category.sort(Comparator.comparing(ProductLine::price).thenComparing(ProductLine::id));
            for (int i = 0; i < category.size(); i++) {
                levels.put(category.get(i), category.size() == 1 ? 0.5 : i / (category.size() - 1.0));
            }
        }
        return levels;
    }

    private static Integer reorderDays(ProductLine line) {
        String days = line.attributes().get("reorder_days");
        return days != null && days.matches("[1-9][0-9]{0,2}") ? Integer.valueOf(days) : null;
    }

    private void connectAccessories() {
        Map<String, Item> byId = new HashMap<>();
        items.forEach(item -> byId.put(item.line().id(), item));
        for (Item item : items) {
            for (String device :
                    item.line().attributes().getOrDefault("accessory_of", "").split(",", -1)) {
                Item found = byId.get(device.strip());
                if (found != null && !found.equals(item)) {
                    found.accessories().add(item);
                    item.devices().add(found);
                }
            }
        }
    }

    /** Companions come from the same department, for the same people, from other categories, at a similar level. */
    private void connectCompanions(Item item, SplittableRandom random) {
        List<Item> fitting = items.stream()
                .filter(other -> other.department().equals(item.department())
                        && !other.category().equals(item.category())
                        && other.devices().isEmpty()
                        && Math.abs(other.priceLevel() - item.priceLevel()) < 0.35
                        && forSamePeople(item.line(), other.line()))
                .toList();
        for (int i = 0; i < COMPANIONS && !fitting.isEmpty(); i++) {
            Item companion = fitting.get(random.nextInt(fitting.size()));
            if (!item.companions().contains(companion)) {
                item.companions().add(companion);
            }
        }
    }

    private static boolean forSamePeople(ProductLine one, ProductLine other) {
        String gender = one.attributes().getOrDefault("gender", "unisex");
        String otherGender = other.attributes().getOrDefault("gender", "unisex");
        return gender.equals(otherGender) || gender.equals("unisex") || otherGender.equals("unisex");
    }
}
