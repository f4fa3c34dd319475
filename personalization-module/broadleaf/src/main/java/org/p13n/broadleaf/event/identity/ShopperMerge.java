package org.p13n.broadleaf.event.identity;

/** Somebody inside the module who keeps what is known of shoppers and can give one's to another. */
public interface ShopperMerge {
    /** The first one turned out to be the second one. Doing it again changes nothing. */
    void merge(long fromShopper, long toShopper);
}
