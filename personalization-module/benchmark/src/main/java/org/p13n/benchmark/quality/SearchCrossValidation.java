package org.p13n.benchmark.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.p13n.engine.evaluation.Means;

/**
 * How good the choice of a recipe is, rather than the recipe: the queries are cut into five parts, and for each part the
 * recipe is chosen that is best on the other four.
 */
final class SearchCrossValidation {
    private static final int FOLDS = 5;

    private final List<SearchProtocol.Engine> recipes;
    private final List<Map.Entry<String, Map<Long, Integer>>> queries;

    SearchCrossValidation(List<SearchProtocol.Engine> recipes, Map<String, Map<Long, Integer>> judgements) {
        this.recipes = recipes;
        queries = new ArrayList<>(judgements.entrySet());
        Collections.shuffle(queries, new Random(0));
    }

    /** The metrics of every query under the recipe chosen without it. */
    Means measure() throws IOException {
        Means all = new Means();
        for (int fold = 0; fold < FOLDS; fold++) {
            SearchProtocol.Engine best = recipes.get(0);
            double most = -1;
            for (SearchProtocol.Engine recipe : recipes) {
                Means others = new Means();
                add(others, recipe, fold, false);
                double value = others.mean("nDCG@10") + others.mean("judged nDCG@10");
                if (value > most) {
                    most = value;
                    best = recipe;
                }
            }
            add(all, best, fold, true);
        }
        return all;
    }

    private void add(Means means, SearchProtocol.Engine recipe, int fold, boolean inside) throws IOException {
        for (int i = 0; i < queries.size(); i++) {
            if ((i % FOLDS == fold) == inside) {
                SearchProtocol.add(
                        means, recipe, queries.get(i).getKey(), queries.get(i).getValue());
            }
        }
    }
}
