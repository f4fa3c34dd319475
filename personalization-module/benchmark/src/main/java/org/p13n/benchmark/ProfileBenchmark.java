package org.p13n.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;

/** What a heavy shopper's profile of 10,000 interactions costs: one more interaction, writing it, reading it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProfileBenchmark {
    private static final int INTERACTIONS = 10_000;
    private static final long ITEM = 17;

    private final SampleShop shop = new SampleShop(100_000);
    private final HeavyShopper heavy = new HeavyShopper(shop);
    private final ShopperProfile profile = heavy.after(INTERACTIONS);
    private final ItemFacts facts = shop.facts(ITEM);
    private final Interaction view = Interaction.productView(1, ITEM, SampleShop.NOW);
    private final Interaction purchase = Interaction.purchase(1, ITEM, 1, 99, SampleShop.NOW);
    private final Interaction impression = heavy.impression(SampleShop.NOW);
    private final String text = profile.encode();

    @Benchmark
    public ShopperProfile view() {
        return profile.with(view, facts);
    }

    @Benchmark
    public ShopperProfile purchase() {
        return profile.with(purchase, facts);
    }

    /** A list of 40 products. */
    @Benchmark
    public ShopperProfile impression() {
        return profile.with(impression, null);
    }

    @Benchmark
    public String encode() {
        return profile.encode();
    }

    @Benchmark
    public ShopperProfile decode() {
        return ShopperProfile.decode(text);
    }
}
