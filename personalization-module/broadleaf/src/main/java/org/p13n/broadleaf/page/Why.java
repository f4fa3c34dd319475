package org.p13n.broadleaf.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.broadleaf.ranking.RecommendedProduct;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.ranking.Reason;

/**
 * Says why a list shows what it shows, in one sentence that is true of every product in it: the one reason that all have,
 * or the few that they have between them. A name is given only if it is the same for all.
 */
public final class Why {
    private static final int MOST_REASONS = 3;

    private final Texts texts;
    private final CatalogFacts catalog;

    public Why(Texts texts, CatalogFacts catalog) {
        this.texts = texts;
        this.catalog = catalog;
    }

    /** @param beside the product that the list stands beside, 0 if none */
    String of(List<RecommendedProduct> list, long beside) {
        Map<Reason, List<RecommendedProduct>> byReason = new LinkedHashMap<>();
        for (RecommendedProduct product : list) {
            byReason.computeIfAbsent(product.recommendation().reason(), reason -> new ArrayList<>())
                    .add(product);
        }
        if (byReason.size() == 1) {
            Reason only = byReason.keySet().iterator().next();
            return say("p13n.why.", only, byReason.get(only), beside);
        }
        List<String> parts = byReason.entrySet().stream()
                .limit(MOST_REASONS)
                .map(entry -> say("p13n.part.", entry.getKey(), entry.getValue(), beside))
                .toList();
        String more = byReason.size() > MOST_REASONS ? ".more" : "";
        return texts.of("p13n.why.mixed." + parts.size() + more, parts.toArray());
    }

    /** A word or two for one product of a list with several reasons. */
    String shortly(Reason reason) {
        return texts.of("p13n.short." + reason);
    }

    /** Whether the list knows nothing of the shopper or the page: it shows what is popular or new. */
    static boolean isGeneral(List<RecommendedProduct> list) {
        Set<Reason> general = Set.of(Reason.POPULAR, Reason.POPULAR_IN_CATEGORY, Reason.NEW);
        return list.stream()
                .allMatch(product -> general.contains(product.recommendation().reason()));
    }

    static boolean hasOneReason(List<RecommendedProduct> list) {
        return list.stream()
                        .map(product -> product.recommendation().reason())
                        .distinct()
                        .count()
                == 1;
    }

    private String say(String prefix, Reason reason, List<RecommendedProduct> products, long beside) {
        String name = reason == Reason.POPULAR_IN_CATEGORY ? categoryName(products, beside) : causeName(products);
        return name == null ? texts.of(prefix + reason) : texts.of(prefix + reason + ".named", name);
    }

    /** The name of the product that led to all of these, or null. */
    private String causeName(Collection<RecommendedProduct> products) {
        Set<Long> causes = new TreeSet<>();
        products.forEach(product -> causes.add(product.recommendation().becauseItemId()));
        ItemFacts cause = causes.size() == 1 ? catalog.facts(causes.iterator().next()) : null;
        return cause == null || cause.name().isBlank() ? null : cause.name();
    }

    /** The nearest category that all of these share with the product that they stand beside, or null. */
    private String categoryName(Collection<RecommendedProduct> products, long beside) {
        ItemFacts origin = catalog.facts(beside);
        if (origin == null) {
            return null;
        }
        for (long categoryId : origin.categoryIds()) {
            boolean shared = products.stream()
                    .allMatch(
                            product -> contains(catalog.facts(product.product().getId()), categoryId));
            ItemFacts category = shared ? catalog.categoryFacts(categoryId) : null;
            if (category != null) {
                return category.name();
            }
        }
        return null;
    }

    private static boolean contains(ItemFacts facts, long categoryId) {
        return facts != null && Arrays.stream(facts.categoryIds()).anyMatch(id -> id == categoryId);
    }
}
