package org.p13n.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.config.PersonalizationStatus.Day;
import org.p13n.engine.event.InteractionType;

class ActivityChartTest {
    private final Words words = Sample.words();

    @Test
    void hasARowForEachStepOfShoppingAndAColumnForEachDay() {
        ActivityChart chart = ActivityChart.of(Sample.days(1, 2, 3), words);

        assertThat(chart.rows())
                .extracting(ActivityChart.Row::type)
                .startsWith(InteractionType.PRODUCT_VIEW)
                .contains(InteractionType.CART_ADD, InteractionType.PURCHASE, InteractionType.CANCELLATION)
                .doesNotHaveDuplicates();
        assertThat(chart.rows()).allSatisfy(row -> assertThat(row.bars()).hasSize(3));
        assertThat(chart.days())
                .extracting(ActivityChart.DayLabel::date)
                .containsExactly("2026-03-12", "2026-03-13", "2026-03-14");
        assertThat(chart.days()).extracting(ActivityChart.DayLabel::today).containsExactly(false, false, true);
    }

    @Test
    void drawsEachBarAsItsShareOfTheHighestInItsRow() {
        ActivityChart.Row views = row(ActivityChart.of(Sample.days(0, 50, 200), words), InteractionType.PRODUCT_VIEW);

        assertThat(views.bars()).extracting(ActivityChart.Bar::height).containsExactly(0, 25, 100);
        assertThat(views.today()).isEqualTo("200");
        assertThat(views.sum()).isEqualTo("250");
    }

    @Test
    void showsThatSomethingHappenedHoweverLittle() {
        ActivityChart.Row views = row(ActivityChart.of(Sample.days(1, 1_000_000), words), InteractionType.PRODUCT_VIEW);

        assertThat(views.bars().get(0).height()).isEqualTo(1);
    }

    @Test
    void drawsNoBarForAnIdleDayAndSaysSo() {
        ActivityChart.Bar idle = row(ActivityChart.of(Sample.days(0), words), InteractionType.PRODUCT_VIEW)
                .bars()
                .get(0);

        assertThat(idle.height()).isZero();
        assertThat(idle.text()).isEqualTo("0");
        assertThat(idle.inFull()).isEqualTo("Saturday, 14 March: 0");
    }

    @Test
    void scalesRareInteractionsByThemselves() {
        Day day = new Day(Sample.TODAY, Map.of(InteractionType.PRODUCT_VIEW, 10_000L, InteractionType.PURCHASE, 3L));

        assertThat(row(ActivityChart.of(List.of(day), words), InteractionType.PURCHASE)
                        .bars())
                .extracting(ActivityChart.Bar::height)
                .containsExactly(100);
        assertThat(ActivityChart.today(List.of(day))).isEqualTo(10_003);
    }

    @Test
    void isEmptyWithoutDays() {
        assertThat(ActivityChart.today(List.of())).isZero();
        assertThat(ActivityChart.of(List.of(), words).rows())
                .allSatisfy(row -> assertThat(row.bars()).isEmpty());
    }

    private static ActivityChart.Row row(ActivityChart chart, InteractionType type) {
        return chart.rows().stream()
                .filter(row -> row.type() == type)
                .findFirst()
                .orElseThrow();
    }
}
