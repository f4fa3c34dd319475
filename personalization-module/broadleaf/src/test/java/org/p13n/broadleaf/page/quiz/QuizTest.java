package org.p13n.broadleaf.page.quiz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.p13n.engine.event.Preference;
import org.springframework.core.io.ByteArrayResource;

class QuizTest {
    private static final String HEAD = "question,about,choose,answer,value\n";
    private static final String ROWS = HEAD
            + "Skin?,skin_type,one,Dry,dry\nSkin?,skin_type,one,Oily,oily\n"
            + "Diet?,diet,several,Vegan,vegan\nDiet?,diet,several,\"No wheat, thanks\",gluten-free\n"
            + "Cook for?,pack_size,one,Two,200 g|250 g\nWhere?,category,several,Pantry,/grocery/pantry\n";

    private static final Function<String, OptionalLong> CATEGORIES =
            address -> address.equals("/grocery/pantry") ? OptionalLong.of(12) : OptionalLong.empty();

    private final Quiz quiz = quiz(ROWS);
    private final QuizAnswers answers = new QuizAnswers(quiz, CATEGORIES);

    @Test
    void asksTheFilesQuestionsInTheirOrder() {
        assertThat(quiz.questions())
                .extracting(Question::text)
                .containsExactly("Skin?", "Diet?", "Cook for?", "Where?");
        assertThat(quiz.about("diet").orElseThrow().answers())
                .containsExactly(
                        new Question.Answer("Vegan", "vegan"), new Question.Answer("No wheat, thanks", "gluten-free"));
    }

    @Test
    void aShopWithoutAFileAsksNothing() {
        assertThat(QuizFile.read(null).isEmpty()).isTrue();
    }

    @Test
    void declaresWhatWasChosenAndLeavesOutWhatIsKnownOrWasSkipped() {
        Map<String, String[]> form = Map.of(
                "asked", new String[] {"skin_type", "diet", "pack_size", "category"},
                "answer.skin_type", new String[] {"dry"},
                "answer.diet", new String[] {"gluten-free", "vegan"},
                "answer.pack_size", new String[] {"-"},
                "answer.category", new String[] {"/grocery/pantry"});

        assertThat(answers.changes(form, Map.of("skin_type", List.of("dry"))))
                .containsExactly(
                        new Preference("diet", List.of("vegan", "gluten-free")),
                        new Preference("category", List.of("12")));
    }

    @Test
    void takesBackWhatIsChosenNoMore() {
        assertThat(answers.changes(Map.of("asked", new String[] {"diet"}), Map.of("diet", List.of("vegan"))))
                .containsExactly(new Preference("diet", List.of()));
    }

    @Test
    void oneAnswerMayMeanSeveralValues() {
        Map<String, String[]> form =
                Map.of("asked", new String[] {"pack_size"}, "answer.pack_size", new String[] {"200 g|250 g"});

        assertThat(answers.changes(form, Map.of()))
                .containsExactly(new Preference("pack_size", List.of("200 g", "250 g")));
    }

    @Test
    void showsWhatWasAnsweredAndHidesCategoriesThatTheShopDoesNotHave() {
        QuizPage page = QuizPage.of(
                quiz, Map.of("pack_size", List.of("200 g", "250 g")), address -> OptionalLong.empty(), true, false);

        assertThat(page.items()).extracting(QuizPage.Item::about).containsExactly("skin_type", "diet", "pack_size");
        assertThat(page.items().get(0).answered()).isFalse();
        assertThat(page.items().get(2).choices())
                .extracting(QuizPage.Choice::chosen)
                .containsExactly(true);
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @CsvSource(
                delimiter = '!',
                value = {
                    "Skin?,skin_type,one,Dry!5 columns",
                    "Skin?,skin_type,all,Dry,dry!one or several",
                    ",skin_type,one,Dry,dry!question must not be empty",
                    "Price?,price,one,Cheap,cheap!1 (cheapest) to 5",
                    "Where?,category,one,Pantry,pantry!its address",
                    "Size?,size,one,All,1|2|3|4|5|6|7|8|9!at most 8 values"
                })
        void aRowThatBreaksARule(String row, String rule) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> quiz(HEAD + row + "\n"))
                    .withMessageContaining("line 2")
                    .withMessageContaining(rule)
                    .withMessageContaining("personalization.quiz.file");
        }

        @Test
        void aFileWithOtherColumns() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> quiz("question,answer\nSkin?,Dry\n"))
                    .withMessageContaining("question,about,choose,answer,value");
        }

        @Test
        void twoQuestionsAboutTheSame() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> quiz(HEAD + "Skin?,skin_type,one,Dry,dry\nYour skin?,skin_type,one,Oily,oily\n"))
                    .withMessageContaining("line 3")
                    .withMessageContaining("only one question");
        }

        @Test
        void aFileThatIsNotThere() {
            assertThatThrownBy(() -> QuizFile.read(new ByteArrayResource(new byte[0], "quiz.csv") {
                        @Override
                        public java.io.InputStream getInputStream() throws IOException {
                            throw new IOException("gone");
                        }
                    }))
                    .hasMessageContaining("quiz.csv")
                    .hasMessageContaining("personalization.quiz.file");
        }

        @Test
        void answersThatAreNotOffered() {
            refused(Map.of("asked", new String[] {"hacked"}));
            refused(Map.of("asked", new String[] {"diet"}, "answer.diet", new String[] {"<script>"}));
            refused(Map.of("asked", new String[] {"skin_type"}, "answer.skin_type", new String[] {"dry", "oily"}));
        }

        private void refused(Map<String, String[]> form) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> answers.changes(form, Map.of()))
                    .withMessage(QuizAnswers.RULE);
        }
    }

    private static Quiz quiz(String text) {
        try {
            return QuizFile.read("quiz.csv", new StringReader(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
