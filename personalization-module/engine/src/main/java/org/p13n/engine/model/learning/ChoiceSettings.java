package org.p13n.engine.model.learning;

/**
 * How curves are learned from choices.
 *
 * @param segments of which a curve consists at most, each holding about as many of the chosen products' values as the
 *     others; at least 1, which makes it a line; default 8
 * @param rivals with how many others of its list a chosen product is compared at most; at least 1; default 60
 * @param priorChoices how firmly the hand-set slopes hold each segment, in choices; more than 0; default 10
 * @param steps of the optimizer at most; 0 = the hand-set slopes stay; default 120
 */
public record ChoiceSettings(int segments, int rivals, double priorChoices, int steps) {
    public ChoiceSettings {
        atLeast("segments", segments, 1);
        atLeast("rivals", rivals, 1);
        atLeast("priorChoices", priorChoices, Double.MIN_VALUE);
        atLeast("steps", steps, 0);
    }

    public static ChoiceSettings defaults() {
        return new ChoiceSettings(8, 60, 10, 120);
    }

    private static void atLeast(String name, double value, double least) {
        if (!(value >= least) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    "Choice setting " + name + " must be " + least + " or more but is " + value);
        }
    }
}
