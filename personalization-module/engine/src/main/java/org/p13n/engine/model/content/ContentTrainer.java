package org.p13n.engine.model.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.SparseRows;
import org.p13n.engine.model.index.TopItems;

/** Finds for every product the most alike ones. For one thread, in the background. */
public final class ContentTrainer {
    private final ContentSettings settings;
    private final TextLikeness.Factory texts;

    public ContentTrainer(ContentSettings settings, TextLikeness.Factory texts) {
        this.settings = settings;
        this.texts = texts;
    }

    /** The model of a catalog; of two products with one id the first counts. */
    public ContentModel train(Iterable<ItemText> catalog) {
        return train(catalog, () -> false);
    }

    /**
     * The model of a catalog, or an empty one if it was cancelled meanwhile.
     *
     * @param cancelled asked between two products
     */
    public ContentModel train(Iterable<ItemText> catalog, BooleanSupplier cancelled) {
        Set<Long> seen = new HashSet<>();
        List<ItemText> items = new ArrayList<>();
        for (ItemText item : catalog) {
            if (seen.add(item.itemId())) {
                items.add(item);
            }
        }
        Likeness likeness = new Likeness(settings, ItemFeatures.of(items));
        ContentModel.Builder model = new ContentModel.Builder(likeness.items(), settings.neighbours());
        TextLikeness text = texts.over(items);
        for (int item = 0; item < items.size(); item++) {
            if (cancelled.getAsBoolean()) {
                return ContentModel.EMPTY;
            }
            likeness.compare(item, text);
            model.add(likeness.best(settings.neighbours()), likeness);
        }
        return model.build();
    }

    /** One item against its candidates; used again for the next item. */
    static final class Likeness {
        private static final ContentPart[] PARTS = ContentPart.values();

        private final ContentSettings settings;
        private final ItemFeatures features;
        private final int[] seenBy;
        private int[] candidates = new int[256];
        private double[] parts = new double[256 * PARTS.length];
        private double[] scores = new double[256];
        private int size;
        private int item;

        Likeness(ContentSettings settings, ItemFeatures features) {
            this.settings = settings;
            this.features = features;
            seenBy = new int[features.items().size()];
            Arrays.fill(seenBy, -1);
        }

        LongIndex items() {
            return features.items();
        }

        void compare(int newItem, TextLikeness text) {
            item = newItem;
            size = 0;
            seenBy[item] = item;
            text.similar(features.items().keyAt(item), settings.candidates(), (id, name, description) -> {
                int other = features.items().find(id);
                if (other >= 0) {
                    add(other, name, description);
                }
            });
            addSharing(features.categories());
            addSharing(features.attributes());
        }

        /** Adds those that share the item's rarest members, rarest first, as long as there is room. */
        private void addSharing(ItemFeatures.Sets sets) {
            SparseRows rows = sets.rows();
            SparseRows members = sets.members();
            TopItems rarest = new TopItems(Math.min(8, rows.end(item) - rows.begin(item)), (a, b) -> {
                int length = Integer.compare(listLength(members, rows.column(a)), listLength(members, rows.column(b)));
                return length < 0 || (length == 0 && a < b);
            });
            for (int at = rows.begin(item); at < rows.end(item); at++) {
                rarest.offer(at);
            }
            int room = settings.sharing();
            for (int at : rarest.bestFirst()) {
                int begin = members.begin(rows.column(at));
                int end = members.end(rows.column(at));
                for (int i = begin; i < Math.min(end, begin + settings.sharing()) && room > 0; i++) {
                    room -= add(members.column(i), 0, 0) ? 1 : 0;
                }
            }
        }

        private static int listLength(SparseRows rows, int row) {
            return rows.end(row) - rows.begin(row);
        }

        private boolean add(int other, double name, double description) {
            if (seenBy[other] == item) {
                return false;
            }
            seenBy[other] = item;
            if (size == candidates.length) {
                candidates = Arrays.copyOf(candidates, size * 2);
                scores = Arrays.copyOf(scores, size * 2);
                parts = Arrays.copyOf(parts, size * 2 * PARTS.length);
            }
            candidates[size] = other;
            scores[size] = score(other, name, description);
            size++;
            return true;
        }

        /*
         * likeness = sum of weight × likeness of the part over sum of weights, where a part that only one of the two has
         * counts below the line by the doubt, and a part that neither has not at all.
         */
        private double score(int other, double name, double description) {
            double sum = 0;
            double weights = 0;
            for (ContentPart part : PARTS) {
                boolean mine = features.has(item, part);
                boolean its = features.has(other, part);
                double weight = settings.weightOf(part);
                double alike = mine && its ? weight * alike(part, other, name, description) : 0;
                parts[size * PARTS.length + part.ordinal()] = alike;
                sum += alike;
                weights += mine && its ? weight : mine || its ? weight * settings.doubt() : 0;
            }
            return weights > 0 ? sum / weights : 0;
        }

        private double alike(ContentPart part, int other, double name, double description) {
            return switch (part) {
                case NAME -> within(name);
                case DESCRIPTION -> within(description);
                case BRAND -> features.sameBrand(item, other) ? 1 : 0;
                case CATEGORY -> features.categories().likeness(item, other);
                case ATTRIBUTES -> features.attributes().likeness(item, other);
                case PRICE -> Math.pow(2, -features.priceDistance(item, other) / Math.log(settings.priceRatio()));
            };
        }

        private static double within(double likeness) {
            return likeness > 0 ? Math.min(1, likeness) : 0;
        }

        /** The places of the most alike candidates; ties by item id. */
        int[] best(int limit) {
            TopItems top = new TopItems(
                    Math.min(limit, size),
                    (a, b) -> scores[a] == scores[b]
                            ? features.items().keyAt(candidates[a])
                                    < features.items().keyAt(candidates[b])
                            : scores[a] > scores[b]);
            for (int i = 0; i < size; i++) {
                if (scores[i] > 0) {
                    top.offer(i);
                }
            }
            return top.bestFirst();
        }

        int candidate(int place) {
            return candidates[place];
        }

        double score(int place) {
            return scores[place];
        }

        double part(int place, ContentPart part) {
            return parts[place * PARTS.length + part.ordinal()];
        }
    }
}
