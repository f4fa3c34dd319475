package org.p13n.engine.model.taste;

import org.p13n.engine.model.learning.ChoiceSettings;

/**
 * The hyper-parameters of long-term taste. The curves of the features are learned; these only bound it.
 *
 * @param historyItems how many of a shopper's latest products speak; at least 1; default 40
 * @param neighbours how many neighbours of each of them are considered; at least 1; default 150
 * @param learningShoppers on how many shoppers' last products the curves are learned at most; 0 = the slopes stay as
 *     they are set by hand; default 5,000
 * @param rivalsDepth among how many of the best by the hand-set slopes the last product must be to be learned from, and
 *     with which of the others it is compared; at least 1; default 100
 * @param learning how curves are learned
 * @param lightShrinkage the shrinkage of the feature that trusts thin evidence; shoppers; default 3
 * @param likelihoodShrinkage the same for the feature that asks how likely the step is; more than 0; default 10
 */
public record TasteSettings(
        int historyItems,
        int neighbours,
        int learningShoppers,
        int rivalsDepth,
        ChoiceSettings learning,
        double lightShrinkage,
        double likelihoodShrinkage) {

    public TasteSettings {
        atLeast("historyItems", historyItems, 1);
        atLeast("neighbours", neighbours, 1);
        atLeast("learningShoppers", learningShoppers, 0);
        atLeast("rivalsDepth", rivalsDepth, 1);
        atLeast("lightShrinkage", lightShrinkage, 0);
        atLeast("likelihoodShrinkage", likelihoodShrinkage, Double.MIN_VALUE);
    }

    public static TasteSettings defaults() {
        return new TasteSettings(40, 150, 5_000, 100, ChoiceSettings.defaults(), 3, 10);
    }

    private static void atLeast(String name, double value, double least) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "Taste setting " + name + " must be " + least + " or more but is " + value);
        }
    }
}
