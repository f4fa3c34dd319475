package org.p13n.broadleaf.page.quiz;

import java.util.Arrays;
import java.util.List;

/**
 * A question of the quiz. Immutable.
 *
 * @param about the attribute of products that the answers are values of, or {@code brand}, {@code category}, {@code price}
 * @param text what the shopper reads
 * @param several whether more than one answer may be chosen
 */
public record Question(String about, String text, boolean several, List<Answer> answers) {
    /**
     * One of the answers.
     *
     * @param label what the shopper reads
     * @param value the attribute's value, the brand, the category's address or the price level 1 to 5; several of
     *     them, all meant by the one answer, are separated by {@code |}
     */
    public record Answer(String label, String value) {
        List<String> values() {
            return Arrays.stream(value.split("\\|")).map(String::strip).toList();
        }
    }

    public Question {
        answers = List.copyOf(answers);
    }

    boolean offers(String value) {
        return answers.stream().anyMatch(answer -> answer.value().equals(value));
    }
}
