package org.p13n.admin;

import java.util.List;
import org.p13n.broadleaf.config.ShownListOutcomes.Outcome;

/**
 * What came of the lists that were shown in some days, in words: one row for each placement and way of choosing.
 *
 * @param days one of {@link #PERIODS}
 */
record OutcomeTable(int days, List<Row> rows) {
    /** The periods to choose from, in days. */
    static final List<Integer> PERIODS = List.of(7, 30);

    /**
     * One kind of list.
     *
     * @param cells figures in the order of the table's columns behind the two names
     */
    record Row(String placement, String strategy, List<String> cells) {}

    /** The period that was asked for, or the first if there is no such. */
    static int period(String asked) {
        return PERIODS.stream()
                .filter(days -> days.toString().equals(asked))
                .findFirst()
                .orElse(PERIODS.get(0));
    }

    static OutcomeTable of(int days, List<Outcome> outcomes, Words words) {
        return new OutcomeTable(
                days, outcomes.stream().map(outcome -> row(outcome, words)).toList());
    }

    /** For the page: the periods to choose from. */
    public List<Integer> periods() {
        return PERIODS;
    }

    private static Row row(Outcome outcome, Words words) {
        return new Row(
                words.name("placement", outcome.placement()),
                words.name("strategy", outcome.strategy()),
                List.of(
                        words.count(outcome.shown()),
                        words.count(outcome.seen()),
                        words.count(outcome.result().clicks()),
                        words.share(outcome.clickThrough()),
                        words.count(outcome.result().cartAdds()),
                        words.count(outcome.result().bought()),
                        words.count(outcome.result().takenBack()),
                        words.count(outcome.result().net())));
    }
}
