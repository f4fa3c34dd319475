package org.p13n.broadleaf.page.quiz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.p13n.engine.event.Preference;

/**
 * What a quiz's form has brought, checked against the questions: {@code asked} names each question that the page showed,
 * {@code answer.ABOUT} has the chosen values.
 */
final class QuizAnswers {
    static final String ASKED = "asked";
    static final String ANSWER = "answer.";
    /** The answer of who would rather not say. */
    static final String NOTHING = "-";

    static final String RULE = "These answers do not belong to the shop's questions: open the quiz again.";

    private final Quiz quiz;
    private final Function<String, OptionalLong> categories;

    QuizAnswers(Quiz quiz, Function<String, OptionalLong> categories) {
        this.quiz = quiz;
        this.categories = categories;
    }

    /**
     * The declarations that change something: what was asked, was not answered and was not declared before is left out.
     *
     * @throws IllegalArgumentException with {@link #RULE} if a question or an answer is none of the quiz's
     */
    List<Preference> changes(Map<String, String[]> form, Map<String, List<String>> declared) {
        List<Preference> changes = new ArrayList<>();
        for (String about : form.getOrDefault(ASKED, new String[0])) {
            Question question = quiz.about(about).orElseThrow(() -> new IllegalArgumentException(RULE));
            List<String> values = chosen(question, form.getOrDefault(ANSWER + about, new String[0]));
            if (!values.equals(declared.getOrDefault(about, List.of()))) {
                changes.add(new Preference(about, values));
            }
        }
        return changes;
    }

    private List<String> chosen(Question question, String[] values) {
        List<String> chosen = Arrays.stream(values)
                .filter(value -> !value.equals(NOTHING))
                .distinct()
                .toList();
        if ((chosen.size() > 1 && !question.several()) || !chosen.stream().allMatch(question::offers)) {
            throw new IllegalArgumentException(RULE);
        }
        return question.answers().stream()
                .filter(answer -> chosen.contains(answer.value()))
                .flatMap(answer -> QuizPage.declarable(question, answer, categories).stream())
                .distinct()
                .toList();
    }
}
