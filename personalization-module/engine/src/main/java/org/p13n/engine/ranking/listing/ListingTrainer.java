package org.p13n.engine.ranking.listing;

import java.util.function.LongPredicate;
import org.p13n.engine.model.learning.ChoiceSettings;
import org.p13n.engine.model.learning.CurveLearner;

/** Learns a {@link ListingScorer} from choices out of lists. Not thread-safe; deterministic. */
public final class ListingTrainer {
    private final CurveLearner learner;
    private final PositionBias bias;

    public ListingTrainer(ChoiceSettings settings, PositionBias bias) {
        learner = new CurveLearner(ListingFeature.curves(), settings);
        this.bias = bias;
    }

    /**
     * Adds a choice; one that is not in its list is ignored.
     *
     * @param shopper as he was when he chose, by models that did not know the choice yet
     * @param itemIds the list
     * @param chosen the product
     * @param alsoChosen what else the shopper has chosen of late, which is no rival
     * @param place where in the list it was shown, from 1; 0 = unknown
     * @param say how much the choice counts, 1 for a plain one
     */
    public void add(
            ListingFeatures shopper, long[] itemIds, long chosen, LongPredicate alsoChosen, int place, double say) {
        int index = -1;
        boolean[] rival = new boolean[itemIds.length];
        for (int i = 0; i < itemIds.length; i++) {
            if (itemIds[i] == chosen) {
                index = i;
            }
            rival[i] = itemIds[i] != chosen && !alsoChosen.test(itemIds[i]);
        }
        if (index >= 0) {
            learner.add(shopper.of(itemIds), index, rival, (float) (say * bias.say(place)));
        }
    }

    /** Number of choices out of lists that had something to choose from. */
    public int choices() {
        return learner.choices();
    }

    /** The scorer that explains the choices best; the hand-set one without choices. */
    public ListingScorer learn() {
        return new ListingScorer(learner.learn());
    }
}
