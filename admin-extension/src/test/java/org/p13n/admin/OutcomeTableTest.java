package org.p13n.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.config.ShownListOutcomes.Outcome;
import org.p13n.engine.event.ListOutcome;

class OutcomeTableTest {
    @Test
    void tellsOfEachKindOfListInWordsAndFigures() {
        Outcome search = new Outcome("search", "personal", 2_000, 1_500, 250, new ListOutcome(300, 40, 12, 2));

        OutcomeTable table = OutcomeTable.of(7, List.of(search), Sample.words());

        assertThat(table.rows())
                .containsExactly(new OutcomeTable.Row(
                        "Search results",
                        "the shopper’s taste",
                        List.of("2,000", "1,500", "300", "12.5%", "40", "12", "2", "10")));
    }

    @Test
    void callsAShopsOwnPlacementByItsName() {
        Outcome own = new Outcome("our-front-page", "also-like", 0, 0, 0, ListOutcome.NOTHING);

        OutcomeTable.Row row =
                OutcomeTable.of(30, List.of(own), Sample.words()).rows().get(0);

        assertThat(row.placement()).isEqualTo("our-front-page");
        assertThat(row.strategy()).isEqualTo("You may also like");
        assertThat(row.cells()).contains("0%");
    }
}
