package org.p13n.engine.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A list that was shown: which products in which order, where, and by what it was chosen. Immutable.
 *
 * @param placement where it stood, like {@code product-page}, {@code search} or {@code category}
 * @param strategy the recipe that chose it, like {@code also-like}; {@code platform} is the shop's own order
 * @param modelVersion the model that chose it, 0 if none did
 * @param categoryId the category whose list it is, 0 if none
 * @param itemIds in the order shown
 */
public record ShownList(String placement, String strategy, long modelVersion, long categoryId, List<Long> itemIds) {
    private static final int PARTS = 5;

    /** So many products of a list are kept: what comes behind them is hardly ever seen. */
    public static final int MOST_ITEMS = 60;

    public ShownList {
        placement = word(placement);
        strategy = word(strategy);
        itemIds = List.copyOf(itemIds.subList(0, Math.min(itemIds.size(), MOST_ITEMS)));
    }

    /** As {@code product-page|also-like|17|0|5,8,13}. */
    public String encode() {
        String items = itemIds.stream().map(String::valueOf).collect(Collectors.joining(","));
        return placement + "|" + strategy + "|" + modelVersion + "|" + categoryId + "|" + items;
    }

    /**
     * What {@link #encode} has written.
     *
     * @throws IllegalArgumentException if it has not
     */
    public static ShownList decode(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("A shown list has " + PARTS + " parts but this one has " + parts.length);
        }
        List<Long> items = new ArrayList<>();
        for (String item : parts[4].split(",")) {
            if (!item.isEmpty()) {
                items.add(Long.parseLong(item));
            }
        }
        return new ShownList(parts[0], parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]), items);
    }

    /** Like {@link #decode}, but empty where that throws: for what strangers may have written. */
    public static Optional<ShownList> read(String text) {
        try {
            return Optional.of(decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String word(String text) {
        String clean = text == null ? "" : text.replaceAll("[^A-Za-z0-9_.:-]", "-");
        return clean.length() <= 100 ? clean : clean.substring(0, 100);
    }
}
