package org.p13n.broadleaf.page.own;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** The products that a shopper has looked at, carted and bought of late, to count those that speak for something. */
record Evidence(List<ItemFacts> viewed, List<ItemFacts> carted, List<ItemFacts> bought) {
    static Evidence of(ShopperProfile profile, ItemCatalog catalog) {
        return new Evidence(
                facts(profile.recentlyViewed(), catalog),
                facts(profile.recentlyCarted(), catalog),
                facts(profile.recentlyBought(), catalog));
    }

    /** How many of them are like that. */
    Counts like(Predicate<ItemFacts> kind) {
        return new Counts(count(viewed, kind), count(carted, kind), count(bought, kind));
    }

    /** Products looked at, carted, bought. */
    record Counts(long viewed, long carted, long bought) {
        boolean none() {
            return viewed + carted + bought == 0;
        }
    }

    private static long count(List<ItemFacts> products, Predicate<ItemFacts> kind) {
        return products.stream().filter(kind).count();
    }

    private static List<ItemFacts> facts(long[] ids, ItemCatalog catalog) {
        return Arrays.stream(ids)
                .mapToObj(catalog::facts)
                .filter(facts -> facts != null)
                .toList();
    }
}
