package org.p13n.engine.model;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.p13n.engine.model.index.ForwardDecay;
import org.p13n.engine.model.index.LongIndex;
import org.p13n.engine.model.index.TopItems;
import org.p13n.engine.profile.ItemCatalog;

/** How much each item is wanted of late, and the lists that follow from it; owned by the trainer's thread. */
final class PopularityCounts {
    /*
     * Since all weights decay at the same pace, time alone never changes an order: only the lists of the shelves on
     * which a touched item stands are made anew, except when the catalog itself was read again.
     */
    private final LongIndex items;
    private final ForwardDecay decay;
    private final TrainingSettings settings;
    private final ItemCatalog catalog;
    private final BitSet touched = new BitSet();
    private double[] weights = new double[0];
    private Shelves shelves = Shelves.EMPTY;
    private boolean catalogRead;
    private long catalogReadAt;
    private long[][] lists = {};
    private long[] newest = {};

    PopularityCounts(ItemCatalog catalog, LongIndex items, ForwardDecay decay, TrainingSettings settings) {
        this.catalog = catalog;
        this.items = items;
        this.decay = decay;
        this.settings = settings;
    }

    void writeTo(DataOutput out) throws IOException {
        int count = Math.min(weights.length, items.size());
        out.writeInt(count);
        for (int item = 0; item < count; item++) {
            out.writeDouble(weights[item]);
        }
    }

    /** Takes over another trainer's weights; this one must be empty. */
    void readFrom(DataInput in) throws IOException {
        weights = new double[Stored.count("items with a popularity", in.readInt(), items.size())];
        for (int item = 0; item < weights.length; item++) {
            weights[item] = Stored.weight("an item's popularity", in.readDouble());
            touched.set(item);
        }
    }

    /** Adds interest of that time; a negative weight takes it back. */
    void add(int item, double weight, long at) {
        if (weight == 0) {
            return;
        }
        if (item >= weights.length) {
            weights = Arrays.copyOf(weights, Math.max(items.size(), weights.length + weights.length / 2));
        }
        weights[item] = Math.max(0, weights[item] + weight * decay.growth(at));
        touched.set(item);
    }

    /** Reads the catalog if it is time to; may add numbers to the index of items. */
    void refreshCatalog(long now) {
        if (catalogRead
                && Math.abs(now - catalogReadAt) < settings.catalogRefresh().toMillis()) {
            return;
        }
        shelves = Shelves.read(catalog, items);
        catalogRead = true;
        catalogReadAt = now;
        weights = Arrays.copyOf(weights, Math.max(weights.length, items.size()));
        lists = new long[shelves.count()][];
        for (int shelf = 0; shelf < lists.length; shelf++) {
            lists[shelf] = best(shelves.items(shelf));
        }
        newest = newestItems();
    }

    Popularity publish(LongIndex publishedItems, long now) {
        weights = Arrays.copyOf(weights, Math.max(weights.length, items.size()));
        lists = touched.isEmpty() ? lists : lists.clone();
        BitSet stale = new BitSet();
        touched.stream().forEach(item -> Arrays.stream(shelves.shelvesOf(item)).forEach(stale::set));
        stale.stream().forEach(shelf -> lists[shelf] = best(shelves.items(shelf)));
        touched.clear();
        double most = Arrays.stream(weights).max().orElse(0);
        return new Popularity(
                publishedItems,
                shelves,
                weights.clone(),
                new PopularLists(lists, bestOfAll(), newest),
                decay.scale(now),
                most);
    }

    private long[] best(int[] candidates) {
        TopItems top = new TopItems(settings.itemsPerList(), this::moreWanted);
        for (int item : candidates) {
            top.offer(item);
        }
        return ids(top);
    }

    private long[] bestOfAll() {
        TopItems top = new TopItems(settings.itemsPerList(), this::moreWanted);
        for (int item = 0; item < items.size(); item++) {
            if (shelves.holds(item)) {
                top.offer(item);
            }
        }
        return ids(top);
    }

    private long[] newestItems() {
        TopItems top = new TopItems(settings.itemsPerList(), this::newer);
        for (int item = 0; item < items.size(); item++) {
            if (shelves.holds(item)) {
                top.offer(item);
            }
        }
        return ids(top);
    }

    private boolean moreWanted(int a, int b) {
        return weights[a] == weights[b] ? newer(a, b) : weights[a] > weights[b];
    }

    private boolean newer(int a, int b) {
        return shelves.activeSince(a) == shelves.activeSince(b)
                ? items.keyAt(a) < items.keyAt(b)
                : shelves.activeSince(a) > shelves.activeSince(b);
    }

    private long[] ids(TopItems top) {
        return Arrays.stream(top.bestFirst()).mapToLong(items::keyAt).toArray();
    }
}
