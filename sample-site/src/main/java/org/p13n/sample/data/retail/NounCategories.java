package org.p13n.sample.data.retail;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Categories for products that have none: the last word of the name that is a thing (not a colour, size or pattern).
 *
 * <p>Only the words that name the most products become categories; other products go where an earlier word of their
 * name leads, or into a department's rest. Good enough to browse by, and no more than that.
 */
final class NounCategories {
    private static final int MOST_CATEGORIES = 55;
    private static final String OTHER = "Gifts & Toys";

    private static final Set<String> NO_THINGS =
            Set.of(("and apple assorted bird black blue boy brown butterfly christmas cold colour cream "
                            + "crystal day design designs dolly edwardian english flock font for french garden girl "
                            + "gold green grey hanging heart home hot ivory kitchen large leaf london love medium "
                            + "medley metal mini orange pack painted paisley parade parisienne pink polkadot purple "
                            + "red retrospot rose set silver size skull small spaceboy spot sweetheart the "
                            + "traditional tube turquoise vintage white with wood wooden tier piece woodland yellow zinc")
                    .split(" "));

    private static final Map<String, List<String>> DEPARTMENTS = departments();

    private final Set<String> categories;

    NounCategories(Collection<Goods> goods) {
        Map<String, Long> frequency =
                goods.stream().collect(Collectors.groupingBy(one -> last(one.name()), Collectors.counting()));
        categories = frequency.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CATEGORIES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The category's path, as in {@code products.csv}. */
    String path(String name) {
        List<String> things = things(name);
        for (int i = things.size() - 1; i >= 0; i--) {
            if (categories.contains(things.get(i))) {
                return department(things.get(i)) + " > " + title(things.get(i));
            }
        }
        String department = things.stream()
                .map(NounCategories::department)
                .filter(known -> !known.equals(OTHER))
                .findFirst()
                .orElse(OTHER);
        return department + " > More " + department;
    }

    private static String department(String thing) {
        return DEPARTMENTS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(thing))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse(OTHER);
    }

    private static String last(String name) {
        List<String> things = things(name);
        return things.isEmpty() ? "" : things.get(things.size() - 1);
    }

    private static List<String> things(String name) {
        return List.of(name.toLowerCase(Locale.ROOT).split("[^a-z]+")).stream()
                .filter(word -> word.length() >= 3)
                .map(NounCategories::singular)
                .filter(word -> word.length() >= 3 && !NO_THINGS.contains(word))
                .toList();
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() > 5) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("xes") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("sses")) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is");
        return plural && !word.equals("christmas") ? word.substring(0, word.length() - 1) : word;
    }

    private static String title(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static Map<String, List<String>> departments() {
        Map<String, String> words = new HashMap<>();
        words.put(
                "Kitchen & Table",
                "bowl mug plate cup tray tin jar bottle dish cutlery beaker saucer spoon napkin placemat coaster jug"
                        + " glass teapot apron doily basket lunch tea coffee egg bread food pan baking cutter oven cocktail bottle jelly mould cooking wine cake cakestand teacup straw towel");
        words.put(
                "Home & Living",
                "holder candle light frame clock mirror cover hook sign cabinet stand rack hanger lamp lantern cushion"
                        + " curtain lampshade doorstop drawer knob thermometer candleholder bin crate chest lights picture wall door lolly fairy table chair stool house rug mat");
        words.put(
                "Jewellery & Bags",
                "necklace bracelet earring ring charm purse bag handbag brooch bead umbrella washbag bangle hairclip hair locket pendant keyring scarf shopper wallet");
        words.put(
                "Stationery & Wrap",
                "card wrap sticker tag tape tissue notebook ribbon letter book pen pencil magnet journal paper"
                        + " sketchbook calendar postcard gift pack envelope stamp rubber crayon chalk");
        words.put(
                "Party & Seasons",
                "decoration garland tree star bunting bell wreath bauble ball bunny rabbit party balloon santa reindeer snowflake snowman easter advent confetti");
        words.put("Garden", "flower parasol pot bucket planter seed gardener watering herb windmill bird plant");
        Map<String, List<String>> departments = new LinkedHashMap<>();
        words.forEach((department, list) -> departments.put(department, List.of(list.split(" "))));
        return departments;
    }
}
