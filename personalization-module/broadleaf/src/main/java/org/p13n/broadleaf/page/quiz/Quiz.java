package org.p13n.broadleaf.page.quiz;

import java.util.List;
import java.util.Optional;

/** The questions that a shop asks, in their order; none if it asks nothing. Immutable. */
public record Quiz(List<Question> questions) {
    static final Quiz NONE = new Quiz(List.of());

    public Quiz {
        questions = List.copyOf(questions);
    }

    public boolean isEmpty() {
        return questions.isEmpty();
    }

    Optional<Question> about(String subject) {
        return questions.stream()
                .filter(question -> question.about().equals(subject))
                .findFirst();
    }
}
