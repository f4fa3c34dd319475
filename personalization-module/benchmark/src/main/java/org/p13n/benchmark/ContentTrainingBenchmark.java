package org.p13n.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.p13n.engine.model.content.ContentModel;
import org.p13n.engine.model.content.ContentSettings;
import org.p13n.engine.model.content.ContentTrainer;
import org.p13n.engine.model.content.PlainTextLikeness;
import org.p13n.engine.model.content.PlainWords;
import org.p13n.engine.model.search.SearchIndex;
import org.p13n.engine.model.search.SearchSettings;
import org.p13n.engine.model.search.SearchTrainer;

/** What the background pays for a catalog of 100,000 products. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 0)
@Measurement(iterations = 2)
public class ContentTrainingBenchmark {
    private final SampleTexts texts = new SampleTexts(100_000);

    @Benchmark
    public ContentModel alikeProducts() {
        return new ContentTrainer(ContentSettings.defaults(), items -> new PlainTextLikeness(items, new PlainWords()))
                .train(texts.items());
    }

    @Benchmark
    public SearchIndex searchIndex() {
        SearchTrainer trainer = new SearchTrainer(new PlainWords(), SearchSettings.defaults());
        texts.items().forEach(trainer::add);
        return trainer.train();
    }
}
