package org.p13n.engine.model.taste;

/**
 * The hyper-parameters of long-term taste. The weights of the features are learned; these only bound it.
 *
 * @param historyItems how many of a shopper's latest products speak; at least 1; default 40
 * @param neighbours how many neighbours of each of them are considered; at least 1; default 150
 * @param learningShoppers on how many shoppers' last products the weights are learned at most; 0 = the weights stay as
 *     they are set by hand; default 5,000
 * @param rivals with how many other products each of those is compared at most; 0 = the weights stay; default 40
 * @param rivalsDepth among how many of the best others these are drawn; at least 1; default 200
 * @param priorPairs how many comparisons the hand-set weights are worth; more than 0; default 1,000
 * @param lightShrinkage the shrinkage of the feature that trusts thin evidence; shoppers; default 3
 * @param likelihoodShrinkage the same for the feature that asks how likely the step is; more than 0; default 10
 */
public record TasteSettings(
        int historyItems,
        int neighbours,
        int learningShoppers,
        int rivals,
        int rivalsDepth,
        double priorPairs,
        double lightShrinkage,
        double likelihoodShrinkage) {

    public TasteSettings {
        atLeast("historyItems", historyItems, 1);
        atLeast("neighbours", neighbours, 1);
        atLeast("learningShoppers", learningShoppers, 0);
        atLeast("rivals", rivals, 0);
        atLeast("rivalsDepth", rivalsDepth, 1);
        atLeast("priorPairs", priorPairs, Double.MIN_VALUE);
        atLeast("lightShrinkage", lightShrinkage, 0);
        atLeast("likelihoodShrinkage", likelihoodShrinkage, Double.MIN_VALUE);
    }

    public static TasteSettings defaults() {
        return new TasteSettings(40, 150, 5_000, 40, 200, 1_000, 3, 10);
    }

    private static void atLeast(String name, double value, double least) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "Taste setting " + name + " must be " + least + " or more but is " + value);
        }
    }
}
