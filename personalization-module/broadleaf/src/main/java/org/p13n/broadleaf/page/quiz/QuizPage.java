package org.p13n.broadleaf.page.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.p13n.broadleaf.page.quiz.Question.Answer;
import org.p13n.engine.event.Preference;

/**
 * The quiz as a shopper sees it. Immutable.
 *
 * @param remembered whether the answers outlive the visit
 * @param saved whether they have just been saved
 */
public record QuizPage(List<Item> items, boolean remembered, boolean saved) {
    /** A question with what was answered so far. */
    public record Item(String about, String text, boolean several, List<Choice> choices, boolean answered) {}

    /** An answer to choose. */
    public record Choice(String label, String value, boolean chosen) {}

    /**
     * The page of a shopper who has declared this so far.
     *
     * @param categories a category's id by its address; a category that the shop does not have is not offered
     */
    static QuizPage of(
            Quiz quiz,
            Map<String, List<String>> declared,
            Function<String, OptionalLong> categories,
            boolean remembered,
            boolean saved) {
        List<Item> items = new ArrayList<>();
        for (Question question : quiz.questions()) {
            List<String> chosen = declared.getOrDefault(question.about(), List.of());
            List<Choice> choices = question.answers().stream()
                    .filter(answer -> !declarable(question, answer, categories).isEmpty())
                    .map(answer -> new Choice(
                            answer.label(),
                            answer.value(),
                            chosen.containsAll(declarable(question, answer, categories))))
                    .toList();
            if (!choices.isEmpty()) {
                boolean answered = choices.stream().anyMatch(Choice::chosen);
                items.add(new Item(question.about(), question.text(), question.several(), choices, answered));
            }
        }
        return new QuizPage(items, remembered, saved);
    }

    /** What is declared by choosing the answer: its values, or the ids of the categories whose addresses these are. */
    static List<String> declarable(Question question, Answer answer, Function<String, OptionalLong> categories) {
        if (!question.about().equals(Preference.CATEGORY)) {
            return answer.values();
        }
        return answer.values().stream()
                .map(categories)
                .filter(OptionalLong::isPresent)
                .map(id -> Long.toString(id.getAsLong()))
                .toList();
    }
}
