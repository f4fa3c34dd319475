package org.p13n.engine.ranking;

/** Why a product is recommended: what the page turns into one honest sentence. */
public enum Reason {
    ALSO_BOUGHT,
    ALSO_VIEWED,
    BOUGHT_TOGETHER,
    /** Goes with what the shopper has bought before. */
    FITS_HISTORY,
    /** Bought before, and by the usual rhythm needed again about now. */
    DUE_AGAIN,
    BRAND_AFFINITY,
    CATEGORY_AFFINITY,
    ATTRIBUTE_AFFINITY,
    PRICE_AFFINITY,
    DECLARED,
    SIMILAR,
    POPULAR_IN_CATEGORY,
    POPULAR,
    NEW
}
