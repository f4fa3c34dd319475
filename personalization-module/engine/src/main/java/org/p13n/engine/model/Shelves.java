package org.p13n.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;

/** The catalog as the trainer last read it: which items stand on the shelf of which category, brand or attribute value. Immutable. */
final class Shelves {
    static final Shelves EMPTY = new Shelves();
    private static final int[] NONE = {};

    private final LongIndex categories = new LongIndex();
    private final Map<String, Integer> brandShelves = new HashMap<>();
    private final Map<String, Integer> attributeShelves = new HashMap<>();
    private int named;
    private int[][] shelvesOf = {};
    private int[][] items = {};
    private long[] activeSince = {};

    private Shelves() {}

    /** Reads the whole catalog; items not yet numbered get a number. */
    static Shelves read(ItemCatalog catalog, LongIndex index) {
        Shelves shelves = new Shelves();
        ItemFacts[] facts = shelves.readFacts(catalog, index);
        shelves.stock(facts);
        return shelves;
    }

    int count() {
        return items.length;
    }

    int[] items(int shelf) {
        return items[shelf];
    }

    /** The shelves on which the item stands; none if the catalog did not have it. */
    int[] shelvesOf(int item) {
        return holds(item) ? shelvesOf[item] : NONE;
    }

    boolean holds(int item) {
        return item < shelvesOf.length && shelvesOf[item] != null;
    }

    long activeSince(int item) {
        return activeSince[item];
    }

    /** The category's shelf, or -1. */
    int ofCategory(long categoryId) {
        int number = categories.find(categoryId);
        return number < 0 ? -1 : named + number;
    }

    /** The brand's shelf, or -1. */
    int ofBrand(String brand) {
        return brandShelves.getOrDefault(brand, -1);
    }

    /** The attribute value's shelf, or -1. */
    int ofAttribute(String attribute) {
        return attributeShelves.getOrDefault(attribute, -1);
    }

    private ItemFacts[] readFacts(ItemCatalog catalog, LongIndex index) {
        List<ItemFacts> found = new ArrayList<>();
        for (long id : catalog.itemIds()) {
            ItemFacts facts = catalog.facts(id);
            if (facts != null) {
                index.findOrAdd(id);
                found.add(facts);
            }
        }
        ItemFacts[] byNumber = new ItemFacts[index.size()];
        for (ItemFacts facts : found) {
            byNumber[index.findOrAdd(facts.itemId())] = facts;
            if (facts.brand() != null) {
                nameShelf(brandShelves, facts.brand());
            }
            facts.attributes().forEach(attribute -> nameShelf(attributeShelves, attribute));
        }
        return byNumber;
    }

    private void nameShelf(Map<String, Integer> shelves, String name) {
        if (shelves.putIfAbsent(name, named) == null) {
            named++;
        }
    }

    private void stock(ItemFacts[] facts) {
        shelvesOf = new int[facts.length][];
        activeSince = new long[facts.length];
        int[] sizes = new int[16];
        for (int item = 0; item < facts.length; item++) {
            if (facts[item] != null) {
                activeSince[item] = facts[item].activeSince();
                shelvesOf[item] = shelvesFor(facts[item]);
                for (int shelf : shelvesOf[item]) {
                    sizes = shelf < sizes.length ? sizes : Arrays.copyOf(sizes, Math.max(shelf + 1, sizes.length * 2));
                    sizes[shelf]++;
                }
            }
        }
        fill(sizes);
    }

    private int[] shelvesFor(ItemFacts facts) {
        int[] shelves = new int[1 + facts.attributes().size() + facts.categoryIds().length];
        int count = 0;
        if (facts.brand() != null) {
            shelves[count++] = brandShelves.get(facts.brand());
        }
        for (String attribute : facts.attributes()) {
            shelves[count++] = attributeShelves.get(attribute);
        }
        for (long category : facts.categoryIds()) {
            shelves[count++] = named + categories.findOrAdd(category);
        }
        return Arrays.stream(shelves, 0, count).distinct().toArray();
    }

    private void fill(int[] sizes) {
        items = new int[named + categories.size()][];
        for (int shelf = 0; shelf < items.length; shelf++) {
            items[shelf] = new int[sizes[shelf]];
        }
        int[] filled = new int[items.length];
        for (int item = 0; item < shelvesOf.length; item++) {
            for (int shelf : shelvesOf(item)) {
                items[shelf][filled[shelf]++] = item;
            }
        }
    }
}
