package org.p13n.engine.model.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a product stands where it stands among the results. The shares add up to its score.
 *
 * @param words the query's words that the shop knows, and what each adds
 * @param popularity what the product's popularity adds
 * @param agreement what being of the same kind as the best results adds
 */
public record SearchExplanation(List<WordShare> words, double popularity, double agreement) {
    static final SearchExplanation NOTHING = new SearchExplanation(List.of(), 0, 0);

    /** What one word adds to a score; 0 if the product does not have it. */
    public record WordShare(String word, double amount) {}

    public SearchExplanation {
        words = List.copyOf(words);
    }

    static SearchExplanation of(String[] words, double[] amounts, double popularity, double agreement) {
        List<WordShare> shares = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            shares.add(new WordShare(words[i], amounts[i]));
        }
        return new SearchExplanation(shares, popularity, agreement);
    }

    public double score() {
        return words.stream().mapToDouble(WordShare::amount).sum() + popularity + agreement;
    }
}
