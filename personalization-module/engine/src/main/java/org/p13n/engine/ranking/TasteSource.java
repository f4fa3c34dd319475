package org.p13n.engine.ranking;

import org.p13n.engine.event.Preference;
import org.p13n.engine.model.Popularity;
import org.p13n.engine.profile.AttributeAffinity;
import org.p13n.engine.profile.BrandAffinity;
import org.p13n.engine.profile.CategoryAffinity;
import org.p13n.engine.profile.ShopperProfile;

/** Recalls the popular products of what the shopper has declared and of the categories and brands that he likes best. */
final class TasteSource implements CandidateSource {
    private static final int FAVOURITES = 6;
    private static final int RECALL = 24;

    @Override
    public void offer(RankingContext context, CandidatePool pool) {
        Popularity popularity = context.model().popularity();
        ShopperProfile profile = context.request().profile();
        long now = context.request().now();
        profile.declared()
                .forEach((question, answers) ->
                        answers.forEach(answer -> recall(declared(popularity, question, answer), pool)));
        for (BrandAffinity favourite : profile.topBrands(FAVOURITES, now)) {
            recall(popularity.topOfBrand(favourite.brand(), RECALL), pool);
        }
        for (CategoryAffinity favourite : profile.topCategories(FAVOURITES, now)) {
            recall(popularity.topInCategory(favourite.categoryId(), RECALL), pool);
        }
        for (AttributeAffinity favourite : profile.topAttributes(FAVOURITES, now)) {
            recall(popularity.topWithAttribute(favourite.name() + "=" + favourite.value(), RECALL), pool);
        }
    }

    private static long[] declared(Popularity popularity, String question, String answer) {
        return switch (question) {
            case Preference.BRAND -> popularity.topOfBrand(answer, RECALL);
            case Preference.CATEGORY ->
                answer.matches("[0-9]{1,18}") ? popularity.topInCategory(Long.parseLong(answer), RECALL) : new long[0];
            default -> popularity.topWithAttribute(question + "=" + answer, RECALL);
        };
    }

    private static void recall(long[] itemIds, CandidatePool pool) {
        for (long itemId : itemIds) {
            pool.candidate(itemId);
        }
    }
}
