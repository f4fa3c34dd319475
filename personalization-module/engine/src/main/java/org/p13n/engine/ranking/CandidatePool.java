package org.p13n.engine.ranking;

import java.util.Arrays;
import java.util.Comparator;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** The candidates of one request by item id, each once; an open-addressing map of objects, nothing boxed. */
final class CandidatePool {
    private static final int SMALLEST = 1024;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private static final Comparator<Candidate> BEST_FIRST = (a, b) -> {
        int byScore = Double.compare(b.score(), a.score());
        return byScore != 0 ? byScore : Long.compare(a.itemId, b.itemId);
    };

    private final ItemCatalog catalog;
    private final long[] excluded;
    private final ShopperProfile profile;
    private Candidate[] slots = new Candidate[SMALLEST];
    private int size;

    CandidatePool(ItemCatalog catalog, long[] excluded, ShopperProfile profile) {
        this.catalog = catalog;
        this.excluded = excluded;
        this.profile = profile;
    }

    /** The item's candidate, new if need be; null if it is excluded, not wanted or no longer in the catalog. */
    Candidate candidate(long itemId) {
        int slot = slotOf(itemId);
        if (slots[slot] != null) {
            return slots[slot];
        }
        ItemFacts facts = isExcluded(itemId) ? null : catalog.facts(itemId);
        if (facts == null || profile.rejects(facts)) {
            return null;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
            slot = slotOf(itemId);
        }
        size++;
        slots[slot] = new Candidate(itemId, facts);
        return slots[slot];
    }

    /** All candidates in no particular order. */
    Candidate[] all() {
        Candidate[] all = new Candidate[size];
        int next = 0;
        for (Candidate candidate : slots) {
            if (candidate != null) {
                all[next++] = candidate;
            }
        }
        return all;
    }

    /** Highest score first, ties by item id. */
    Candidate[] bestFirst() {
        Candidate[] all = all();
        Arrays.sort(all, BEST_FIRST);
        return all;
    }

    private boolean isExcluded(long itemId) {
        for (long id : excluded) {
            if (id == itemId) {
                return true;
            }
        }
        return false;
    }

    private void grow() {
        Candidate[] smaller = slots;
        slots = new Candidate[smaller.length * 2];
        for (Candidate candidate : smaller) {
            if (candidate != null) {
                slots[slotOf(candidate.itemId)] = candidate;
            }
        }
    }

    private int slotOf(long itemId) {
        int mask = slots.length - 1;
        int slot = (int) ((itemId * SPREAD) >>> 32) & mask;
        while (slots[slot] != null && slots[slot].itemId != itemId) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
