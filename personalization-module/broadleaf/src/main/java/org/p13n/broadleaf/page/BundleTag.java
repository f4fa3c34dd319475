package org.p13n.broadleaf.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.ranking.ProductRecommendations;
import org.p13n.broadleaf.ranking.RecommendedProduct;
import org.p13n.broadleaf.ranking.Shelf;
import org.p13n.broadleaf.ranking.Tuning;
import org.thymeleaf.Arguments;
import org.thymeleaf.dom.Element;

/**
 * The tag {@code <p13n:bundle product="${product}" />}: the product with the one or two that are really bought together
 * with it, and one button that puts all of them into the cart. Products that need a choice of size or colour first are
 * left out, and beside such a product there is no bundle.
 */
public final class BundleTag extends WidgetTag {
    private static final String TEMPLATE = "p13n/bundle";
    private static final String VARIABLE = "p13nBundle";
    private static final int MOST_COMPLEMENTS = 2;

    private final ProductRecommendations recommendations;
    private final PageShopper pageShopper;
    private final WidgetImpressions impressions;
    private final Shelf shelf;
    private final Why why;
    private final Texts texts;
    private final Counters counters;

    public BundleTag(
            ProductRecommendations recommendations,
            PageShopper pageShopper,
            WidgetImpressions impressions,
            Shelf shelf,
            Why why,
            Texts texts,
            Tuning tuning,
            Counters counters,
            Failures failures) {
        super("bundle", tuning, failures);
        this.recommendations = recommendations;
        this.pageShopper = pageShopper;
        this.impressions = impressions;
        this.shelf = shelf;
        this.why = why;
        this.texts = texts;
        this.counters = counters;
    }

    @Override
    protected Optional<String> render(Arguments arguments, Element tag) {
        Product seed = product(arguments, tag, "product");
        if (seed == null || !shelf.isOfferedWithoutChoice(seed)) {
            return Optional.empty();
        }
        List<RecommendedProduct> complements = pageShopper
                .wish(List.of(seed.getId()), MOST_COMPLEMENTS)
                .map(recommendations::boughtTogether)
                .orElse(List.of());
        if (complements.isEmpty()) {
            counters.add(Counter.WIDGETS_EMPTY, 1);
            return Optional.empty();
        }
        String markup = renderTemplate(TEMPLATE, VARIABLE, bundle(seed, complements), arguments);
        counters.add(Counter.WIDGETS_RENDERED, 1);
        return Optional.of(markup);
    }

    private Bundle bundle(Product seed, List<RecommendedProduct> complements) {
        List<ProductCard> cards = new ArrayList<>();
        cards.add(new ProductCard(seed, null));
        complements.forEach(one -> cards.add(new ProductCard(one.product(), null)));
        return new Bundle(
                impressions.shown("bundle", "bought-together", complements),
                texts.of("p13n.heading.bundle"),
                why.of(complements, seed.getId()),
                cards);
    }
}
