package org.p13n.broadleaf.page.quiz;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.p13n.broadleaf.page.quiz.Question.Answer;

/** The questions that a shop asks, in their order; none if it asks nothing. Immutable. */
public record Quiz(List<Question> questions) {
    static final Quiz NONE = new Quiz(List.of());

    public Quiz {
        questions = List.copyOf(questions);
    }

    public boolean isEmpty() {
        return questions.isEmpty();
    }

    /** A question and the labels of what was answered, as a shopper reads them. */
    public record Said(String question, String answers) {}

    /**
     * What was said; empty if the question is not the quiz's or nothing that it offers was answered.
     *
     * @param subject an attribute, a brand or a price level; a category's answers are ids, which the quiz does not know
     */
    public Optional<Said> said(String subject, List<String> declared) {
        return about(subject).flatMap(question -> {
            String labels = question.answers().stream()
                    .filter(answer -> declared.containsAll(answer.values()))
                    .map(Answer::label)
                    .collect(Collectors.joining(", "));
            return labels.isEmpty() ? Optional.empty() : Optional.of(new Said(question.text(), labels));
        });
    }

    Optional<Question> about(String subject) {
        return questions.stream()
                .filter(question -> question.about().equals(subject))
                .findFirst();
    }
}
