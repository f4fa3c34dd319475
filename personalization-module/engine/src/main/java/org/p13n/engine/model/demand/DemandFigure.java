package org.p13n.engine.model.demand;

/** One figure of how a product sells. */
public enum DemandFigure {
    /** Order lines, halved every 3 days. */
    LINES_3_DAYS,
    LINES_7_DAYS,
    LINES_30_DAYS,
    LINES_90_DAYS,
    /** All order lines there ever were. */
    LINES,
    /** Known shoppers, each by his latest purchase, halved every 7 days. */
    SHOPPERS_7_DAYS,
    SHOPPERS_30_DAYS,
    /** First purchases by known shoppers, halved every 30 days. */
    FIRST_30_DAYS,
    /** Purchases by shoppers who had bought it before, halved every 30 days. */
    AGAIN_30_DAYS,
    /** Known shoppers who ever bought it. */
    BUYERS,
    /** Known shoppers who bought it more than once. */
    REBUYERS,
    /** Purchases by known shoppers. */
    PURCHASES,
    /** Shoppers who bought it one to five months ago. */
    EARLIER_BUYERS,
    /** Those of them who bought it in the last month as well. */
    RETURNED_BUYERS,
    /** Order lines a year ago, from then to 40 days later, with fading edges. */
    SEASON,
    /** Days since it was first bought. */
    AGE_DAYS,
    /** Days since it was last bought. */
    SILENT_DAYS;

    static final int COUNT = values().length;
}
