package org.p13n.benchmark;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShownList;
import org.p13n.engine.model.content.ContentModel;
import org.p13n.engine.model.content.ContentSettings;
import org.p13n.engine.model.content.ContentTrainer;
import org.p13n.engine.model.content.PlainTextLikeness;
import org.p13n.engine.model.content.PlainWords;
import org.p13n.engine.model.popularity.Contexts;
import org.p13n.engine.model.popularity.Exploration;
import org.p13n.engine.model.popularity.ExploredList;
import org.p13n.engine.model.popularity.PopularityModels;
import org.p13n.engine.model.popularity.PopularitySettings;
import org.p13n.engine.model.popularity.PopularityTrainer;
import org.p13n.engine.model.search.SearchIndex;
import org.p13n.engine.model.search.SearchOrder;
import org.p13n.engine.model.search.SearchSettings;
import org.p13n.engine.model.search.SearchTrainer;

/**
 * What a page waits for of likeness by content, search and popularity in a shop of 20,000 products; prints the models'
 * sizes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ContentBenchmark {
    private static final int PRODUCTS = 20_000;
    private static final int INTERACTIONS = 500_000;
    private static final int SHOPPERS = 50_000;
    private static final int CATEGORIES = 500;

    private final SampleTexts texts = new SampleTexts(PRODUCTS);
    private final long[] window =
            LongStream.rangeClosed(1, 500).map(i -> i * 37).toArray();
    private final long[] list = LongStream.rangeClosed(1, 24).toArray();
    private final long[] arrivals =
            LongStream.rangeClosed(1, 64).map(i -> PRODUCTS - i).toArray();
    private final String[] queries = LongStream.range(0, 256)
            .mapToObj(number -> texts.query((int) number))
            .toArray(String[]::new);
    private ContentModel content;
    private SearchIndex search;
    private PopularityModels popularity;
    private int asked;

    /** Reads the catalog and learns. */
    @Setup
    public void learn() {
        content = new ContentTrainer(
                        ContentSettings.defaults(), items -> new PlainTextLikeness(items, new PlainWords()))
                .train(texts.items());
        SearchTrainer trainer = new SearchTrainer(new PlainWords(), SearchSettings.defaults());
        texts.items().forEach(trainer::add);
        search = trainer.train();
        popularity = learnPopularity();
        System.out.printf(
                "bytes per 100,000 products: content %,d, search %,d, trend %,d, click rates %,d; contexts %,d in all%n",
                content.bytes() * (100_000 / PRODUCTS),
                search.bytes() * (100_000 / PRODUCTS),
                popularity.trend().bytes() * (100_000 / PRODUCTS),
                popularity.clicks().bytes() * (100_000 / PRODUCTS),
                popularity.contexts().bytes());
    }

    private PopularityModels learnPopularity() {
        Random random = new Random(5);
        PopularityTrainer trainer =
                new PopularityTrainer(PopularitySettings.defaults(), interaction -> List.of("any"), SampleShop.NOW);
        for (int i = 0; i < INTERACTIONS; i++) {
            long item = 1 + (long) (PRODUCTS * Math.pow(random.nextDouble(), 3));
            long at = SampleShop.NOW - random.nextInt(1_000_000_000);
            trainer.learn(
                    new Interaction(
                            InteractionType.PRODUCT_VIEW,
                            1 + random.nextInt(SHOPPERS),
                            item,
                            1 + item % CATEGORIES,
                            null,
                            0,
                            0,
                            at),
                    SampleShop.NOW);
        }
        List<Long> shown = LongStream.of(arrivals).boxed().toList();
        for (long shopper = 1; shopper <= 1000; shopper++) {
            ShownList impression = new ShownList("page", "new", 1, 0, shown);
            trainer.learn(Interaction.impression(shopper, shopper, impression, SampleShop.NOW), SampleShop.NOW);
        }
        return trainer.publish(SampleShop.NOW);
    }

    /** 32 neighbours of a product. */
    @Benchmark
    public void contentNeighbours(Blackhole sink) {
        content.neighbours(1 + asked++ * 31L % PRODUCTS, 32, (item, likeness) -> {
            sink.consume(item);
            sink.consume(likeness);
        });
    }

    /** A window of 500 found products put into order. */
    @Benchmark
    public SearchOrder orderOf500Found() {
        return search.order(queries[asked++ & 255], window, SearchIndex.NO_POPULARITY);
    }

    @Benchmark
    public double scoreInACategory() {
        return popularity.contexts().score(Contexts.category(1 + asked++ % CATEGORIES), 17);
    }

    @Benchmark
    public long[] top24OfACategory() {
        return popularity.contexts().top(Contexts.category(1 + asked++ % CATEGORIES), 24);
    }

    /** 64 arrivals for the places of a list of 24. */
    @Benchmark
    public ExploredList exploration() {
        return Exploration.DEFAULTS.explore(list, arrivals, popularity.clicks(), asked++, SampleShop.NOW);
    }
}
