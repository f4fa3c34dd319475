package org.p13n.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.model.ModelTrainer;
import org.p13n.engine.model.TrainingSettings;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** A seeded shop for benchmarks: products with four categories, three attributes and a brand each, orders and a shopper with habits. */
final class SampleShop implements ItemCatalog {
    static final long NOW = 1_700_000_000_000L;
    private static final int BRANDS = 100;
    private static final int DEPARTMENTS = 8;
    private static final int SHOPPERS = 5_000;
    private static final long MILLIS_PER_YEAR = 365L * 24 * 3600 * 1000;

    private final Map<Long, ItemFacts> items = new HashMap<>();
    private final int size;

    SampleShop(int size) {
        this.size = size;
        List<List<String>> attributes = attributes();
        for (long id = 1; id <= size; id++) {
            long department = 1 + id % DEPARTMENTS;
            long[] categories = {1_000_000, 100_000 * department, 10_000 + id % 64, 20_000 + id % 512};
            List<String> own = attributes.get((int) (id % attributes.size()));
            int priceBand = 1 + (int) (id % ItemFacts.PRICE_BANDS);
            items.put(id, new ItemFacts(id, "product " + id, "brand " + id % BRANDS, categories, id, own, priceBand));
        }
    }

    /** Shared among products, as a catalog that is read from a database shares them. */
    private static List<List<String>> attributes() {
        return LongStream.range(0, 24 * 31)
                .mapToObj(id -> List.of("colour=colour " + id % 24, "material=kind " + id % 31, "size=size " + id % 9))
                .toList();
    }

    @Override
    public ItemFacts facts(long itemId) {
        return items.get(itemId);
    }

    @Override
    public long[] itemIds() {
        return items.keySet().stream().mapToLong(Long::longValue).toArray();
    }

    ModelTrainer trainer() {
        return new ModelTrainer(this, TrainingSettings.defaults(), () -> NOW);
    }

    /** Orders with exponentially distributed numbers of lines; popular products have low ids. */
    void order(ModelTrainer trainer, int orders, int averageLines) {
        Random random = new Random(42);
        for (int order = 1; order <= orders; order++) {
            long at = NOW - MILLIS_PER_YEAR + order * (MILLIS_PER_YEAR / (orders + 1));
            int lines = 1 + (int) (-Math.log(1 - random.nextDouble()) * averageLines);
            for (int line = 0; line < lines; line++) {
                trainer.add(Interaction.purchase(1 + order % SHOPPERS, popular(random), 1, order, at));
            }
        }
    }

    /** A shopper with two hundred views, the last ten of them in the current shopping session. */
    ShopperProfile shopper() {
        Random random = new Random(7);
        ShopperProfile profile = ShopperProfile.empty(1);
        for (int view = 200; view > 0; view--) {
            long item = popular(random);
            profile = profile.with(Interaction.productView(1, item, NOW - view * 100_000L), facts(item));
        }
        return profile;
    }

    long popular(Random random) {
        return 1 + (long) (size * Math.pow(random.nextDouble(), 2));
    }
}
