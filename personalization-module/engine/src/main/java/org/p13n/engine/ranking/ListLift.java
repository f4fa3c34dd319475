package org.p13n.engine.ranking;

/** What the signals of one list are worth, in lengths of the list. */
final class ListLift {
    private final RankingSettings settings;
    private final double unit;
    private final double perWeight;

    /** @param reach how far full affinity to brand and category and likeness to the session carry together */
    ListLift(RankingSettings settings, double reach) {
        this.settings = settings;
        unit = reach / (1 + settings.listSession());
        double lasting = settings.brandAffinity() + settings.categoryAffinity();
        perWeight = unit / (lasting > 0 ? lasting : 1);
    }

    /** What a signal of that weight lifts at its full strength. */
    double of(double weight) {
        return perWeight * weight;
    }

    double session() {
        return unit * settings.listSession();
    }

    /** More than all that lies between the best and the worst score of a list. */
    double everything() {
        double most = settings.brandAffinity()
                + settings.categoryAffinity()
                + settings.attributeAffinity()
                + settings.priceAffinity()
                + settings.declared()
                + settings.ignored()
                + settings.returned();
        return 2 + session() + of(most);
    }
}
