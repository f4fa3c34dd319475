package org.p13n.broadleaf.page;

import java.util.List;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.p13n.broadleaf.event.Impressions;
import org.p13n.broadleaf.event.ShownLists.Cause;
import org.p13n.broadleaf.model.ModelService;
import org.p13n.broadleaf.ranking.RecommendedProduct;
import org.p13n.engine.event.ShownList;
import org.p13n.engine.ranking.Recommendation;

/** Records the lists of recommended products that are put on pages. */
public final class WidgetImpressions {
    private final Impressions impressions;
    private final ModelService models;

    public WidgetImpressions(Impressions impressions, ModelService models) {
        this.impressions = impressions;
        this.models = models;
    }

    /** The impression's id, 0 if there is nobody who could see it. */
    long shown(String placement, String strategy, List<RecommendedProduct> products) {
        List<Recommendation> chosen =
                products.stream().map(RecommendedProduct::recommendation).toList();
        ShownList list = new ShownList(
                placement,
                strategy,
                models.get().version(),
                0,
                chosen.stream().map(Recommendation::itemId).toList());
        return impressions.shown(
                BroadleafRequestContext.getBroadleafRequestContext().getRequest(),
                list,
                chosen.stream()
                        .map(one -> new Cause(one.reason().name(), one.evidence(), one.becauseItemId()))
                        .toList());
    }
}
