package org.p13n.engine.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Looks for better hyper-parameters than those in use, for a bounded time, and never recommends worse ones. The same
 * seed, judge and number of tries give the same outcome.
 */
public final class Tuner {
    /*
     * Random search (Bergstra and Bengio, JMLR 2012): half of the tries anywhere within the bounds, half around the best
     * so far. What wins the search has also been lucky, so that it must win once more, on later cases that the search has
     * not seen: the mean of its paired differences must lie above 0 by more than the given number of standard errors.
     * Otherwise what is in use stays. Chosen once more from one candidate only, there is no multiple testing.
     */
    private static final double SPREAD = 0.15;
    private static final int FEWEST_CASES = 30;

    private final List<Knob> knobs;
    private final Judge judge;
    private final double standardErrors;
    private final Random random;

    /** Says how well settings do. */
    public interface Judge {
        /**
         * One score per case, higher is better; the same cases in the same order for all settings.
         *
         * @param values in the order of the knobs
         * @param confirming false: the cases to search on; true: later ones, to confirm what was found
         */
        double[] scores(double[] values, boolean confirming);
    }

    /**
     * What came of it.
     *
     * @param values the settings to use from now on: the incumbent's if none was certainly better
     * @param changed whether they are others
     * @param incumbentScore mean on the confirming cases; NaN if it was not needed
     * @param challengerScore the same, of the best that was found
     * @param tries how many settings were tried, the incumbent included
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over
    public record Outcome(double[] values, boolean changed, double incumbentScore, double challengerScore, int tries) {}

    /**
     * A tuner.
     *
     * @param standardErrors by how many standard errors a challenger must win; 2 = about 98 % certain
     */
    public Tuner(List<Knob> knobs, Judge judge, double standardErrors, long seed) {
        if (knobs.isEmpty() || !(standardErrors >= 0)) {
            throw new IllegalArgumentException(
                    "A tuner needs at least one knob and a margin of 0 or more standard errors but has " + knobs.size()
                            + " and " + standardErrors);
        }
        this.knobs = List.copyOf(knobs);
        this.judge = judge;
        this.standardErrors = standardErrors;
        random = new Random(seed);
    }

    /**
     * Tries other settings until the time is over or enough were tried.
     *
     * @param clock milliseconds
     * @param until time after which no other try begins
     */
    public Outcome tune(double[] incumbent, int tries, LongSupplier clock, long until) {
        if (incumbent.length != knobs.size()) {
            throw new IllegalArgumentException(
                    "There must be one value per knob, " + knobs.size() + ", but there are " + incumbent.length);
        }
        double[] best = incumbent.clone();
        double bestScore = mean(judge.scores(incumbent.clone(), false));
        int tried = 1;
        while (tried < tries && clock.getAsLong() < until) {
            double[] candidate = tried % 2 == 0 ? near(best) : anywhere();
            double score = mean(judge.scores(candidate.clone(), false));
            tried++;
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return Arrays.equals(best, incumbent)
                ? new Outcome(incumbent.clone(), false, Double.NaN, Double.NaN, tried)
                : confirm(incumbent, best, tried);
    }

    private Outcome confirm(double[] incumbent, double[] challenger, int tries) {
        double[] before = judge.scores(incumbent.clone(), true);
        double[] after = judge.scores(challenger.clone(), true);
        boolean wins = before.length == after.length && before.length >= FEWEST_CASES && isBetter(before, after);
        return new Outcome(wins ? challenger : incumbent.clone(), wins, mean(before), mean(after), tries);
    }

    private boolean isBetter(double[] before, double[] after) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < before.length; i++) {
            double difference = after[i] - before[i];
            sum += difference;
            squares += difference * difference;
        }
        double mean = sum / before.length;
        double variance = Math.max(0, squares / before.length - mean * mean);
        return mean > 0 && mean > standardErrors * Math.sqrt(variance / (before.length - 1));
    }

    private double[] anywhere() {
        return knobs.stream().mapToDouble(knob -> knob.anywhere(random)).toArray();
    }

    private double[] near(double[] values) {
        double[] moved = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            moved[i] = knobs.get(i).near(values[i], SPREAD, random);
        }
        return moved;
    }

    /** The mean; what is no number counts as the worst. */
    private static double mean(double[] scores) {
        double mean = Arrays.stream(scores).average().orElse(0);
        return Double.isNaN(mean) ? Double.NEGATIVE_INFINITY : mean;
    }
}
