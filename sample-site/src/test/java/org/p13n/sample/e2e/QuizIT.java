package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.p13n.sample.e2e.Running.Which;

/** The preference quiz as a visitor answers it. */
@ExtendWith(SharedStores.class)
final class QuizIT {

    private static final String QUIZ = "/personalization/quiz";
    private static final String CATEGORY = "/grocery/pantry";
    private static final String VEGETARIAN = "Green Pesto";

    private final StoreProcess store;

    QuizIT(@Running(Which.QUIET) StoreProcess store) {
        this.store = store;
    }

    @Test
    void whatIsDeclaredChangesTheListsAtTheNextPage() {
        Shopper shopper = new Shopper(store);
        int before = shopper.visit(CATEGORY).listing().names().indexOf(VEGETARIAN);

        Page saved = answer(shopper, "diet", "vegetarian");

        assertThat(saved.document().select("[role=status]").text()).contains("saved");
        assertThat(saved.document().select("input[checked]").eachAttr("value")).contains("vegetarian");
        assertThat(shopper.visit(CATEGORY).listing().names().indexOf(VEGETARIAN))
                .isNotNegative()
                .isLessThan(before);
    }

    @Test
    void anAnswerCanBeTakenBack() {
        Shopper shopper = new Shopper(store);
        List<String> before = shopper.visit(CATEGORY).listing().names();
        answer(shopper, "diet", "vegetarian");
        answer(shopper, "diet", null);

        assertThat(shopper.visit(CATEGORY).listing().names()).isEqualTo(before);
    }

    @Test
    void anAnswerThatIsNotOfferedIsRefused() {
        Shopper shopper = new Shopper(store);
        Page refused =
                shopper.submit(shopper.visit(QUIZ).form(QUIZ), Map.of("answer.diet", "\"><script>alert(1)</script>"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("<script>alert(1)");
        assertThat(shopper.visit(QUIZ).document().select("input[type=checkbox][checked]"))
                .isEmpty();
    }

    /** @param value null to take back what was chosen */
    private static Page answer(Shopper shopper, String about, String value) {
        Page quiz = shopper.visit(QUIZ);
        for (Element box : quiz.document().select("input[name=answer." + about + "]")) {
            box.removeAttr("checked");
            if (box.attr("value").equals(value)) {
                box.attr("checked", "checked");
            }
        }
        Page saved = shopper.submit(quiz.form(QUIZ), Map.of());
        assertThat(saved.status()).isEqualTo(200);
        return saved;
    }
}
