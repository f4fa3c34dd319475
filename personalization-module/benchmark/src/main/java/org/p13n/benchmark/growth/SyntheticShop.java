package org.p13n.benchmark.growth;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.p13n.engine.event.Hash;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** A seeded shop whose products sell by Zipf's law: its catalog, and its shoppers' profiles. What happens in it is told by {@link Year}. */
final class SyntheticShop implements ItemCatalog {
    static final long NOW = 1_700_000_000_000L;
    static final int CATEGORY = 100;
    private static final int ATTRIBUTES = 720;
    private static final int BRANDS = 1_000;
    private static final int DEPARTMENTS = 20;
    private static final long ROOT = 1_000_000_000L;
    private static final int FAVOURITES = 3;
    private static final int STAPLES = 6;

    private final ItemFacts[] facts;

    SyntheticShop(int products) {
        List<List<String>> attributes = IntStream.range(0, ATTRIBUTES)
                .mapToObj(i -> List.of("colour=colour " + i % 24, "material=kind " + i % 30))
                .toList();
        List<String> brands =
                IntStream.range(0, BRANDS).mapToObj(i -> "brand " + i).toList();
        facts = new ItemFacts[products];
        for (int i = 0; i < products; i++) {
            long category = ROOT / 10 + i / CATEGORY;
            long[] categories = {category, ROOT + category % DEPARTMENTS};
            int any = (int) (Hash.mix(i) >>> 33);
            facts[i] = new ItemFacts(
                    i + 1L,
                    "product",
                    brands.get(any % BRANDS),
                    categories,
                    NOW - any,
                    attributes.get(any % ATTRIBUTES),
                    1 + any % ItemFacts.PRICE_BANDS);
        }
    }

    @Override
    public ItemFacts facts(long itemId) {
        return itemId < 1 || itemId > facts.length ? null : facts[(int) itemId - 1];
    }

    @Override
    public long[] itemIds() {
        return LongStream.rangeClosed(1, facts.length).toArray();
    }

    int products() {
        return facts.length;
    }

    /** One of the few categories that a shopper likes, as the number of its first product. */
    long favourite(long shopperId, int which) {
        return Math.floorMod(Hash.mix(shopperId * FAVOURITES + which % FAVOURITES), (facts.length + 99L) / CATEGORY)
                * CATEGORY;
    }

    /** One of the few products that a shopper buys again and again. */
    long staple(long shopperId, int which) {
        long within = Math.floorMod(Hash.mix(-shopperId * STAPLES - which % STAPLES), (long) CATEGORY);
        return 1 + Math.min(facts.length - 1L, favourite(shopperId, which) + within);
    }

    /** The profile of a shopper of whom only so many of these interactions are known. */
    static ShopperProfile profile(long shopperId, List<Interaction> interactions, SyntheticShop shop) {
        return ShopperProfile.empty(shopperId).withAll(interactions, each -> shop.facts(each.itemId()));
    }

    /** Tells of a year's interactions in the order of time. */
    void tell(long interactions, long seed, Consumer<Interaction> listener) {
        new Year(this, interactions, seed).tell(listener);
    }
}
