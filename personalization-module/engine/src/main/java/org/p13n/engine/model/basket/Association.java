package org.p13n.engine.model.basket;

import org.p13n.engine.model.index.LongIndex;

/** What some weighted items say of others, by linear weights: a sum over the items for each that has any. */
public final class Association {
    private final LongIndex items;
    private final CartEvidence evidence;

    Association(LongIndex items, CartEvidence evidence) {
        this.items = items;
        this.evidence = evidence;
    }

    /** Number of items that anything is said of. */
    public int size() {
        return evidence.size();
    }

    /** The id of one of them, by number from 0. */
    public long itemId(int number) {
        return items.keyAt(evidence.item(number));
    }

    /** What is said of one of them; 0 or more. */
    public double weight(int number) {
        return evidence.linear(number);
    }

    /** What is said of any item; 0 = nothing. */
    public double weightOf(long itemId) {
        int item = items.find(itemId);
        int place = item < 0 ? -1 : evidence.find(item);
        return place < 0 ? 0 : evidence.linear(place);
    }
}
