package org.p13n.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;

class ShopperProfilePropertiesTest {
    private static final long NOW = Histories.NOW;
    private static final long YEAR = Histories.YEAR;
    private static final int ITEMS = Histories.ITEMS;
    private static final int LARGEST_BYTES = 48 * 1024;

    @Property(seed = "1")
    void affinitiesLieBetweenNothingAndCertainty(@ForAll("anything") List<Interaction> history) {
        ShopperProfile profile = profile(history);
        for (long now : new long[] {0, NOW - YEAR, NOW, NOW + 50 * YEAR}) {
            for (double affinity : affinities(profile, now)) {
                assertThat(affinity).isGreaterThanOrEqualTo(0).isLessThan(1);
            }
            for (long item = 1; item <= ITEMS; item++) {
                assertThat(profile.ignored(item, now)).isGreaterThanOrEqualTo(0).isFinite();
            }
        }
    }

    @Property(seed = "2")
    void withoutNewInteractionsNoAffinityEverGrows(@ForAll("anything") List<Interaction> history) {
        ShopperProfile profile = profile(history);
        double[] before = affinities(profile, 0);
        for (long now = NOW - YEAR; now < NOW + 50 * YEAR; now += YEAR / 3) {
            double[] after = affinities(profile, now);
            for (int i = 0; i < after.length; i++) {
                assertThat(after[i]).isLessThanOrEqualTo(before[i] + 1e-12);
            }
            before = after;
        }
    }

    /** What is learned from what shoppers do is a sum, and what they say is the latest word, so it holds one by one. */
    @Property(seed = "3")
    void theOrderOfArrivalDoesNotMatter(@ForAll("deeds") List<Interaction> history, @ForAll long seed) {
        List<Interaction> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(seed));
        assertSame(profile(shuffled), profile(history));
    }

    /** Where the order does matter (a removal and what it removes), a batch is taken in in the order of time. */
    @Property(seed = "4")
    void theOrderOfArrivalWithinABatchDoesNotMatterForAnything(
            @ForAll("anything") List<Interaction> history, @ForAll long seed) {
        List<Interaction> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(seed));
        ShopperProfile empty = ShopperProfile.empty(7);
        assertSame(
                empty.withAll(shuffled, each -> Histories.facts(each.itemId())),
                empty.withAll(history, each -> Histories.facts(each.itemId())));
    }

    @Property(seed = "5")
    void mergingCommutesAndAssociates(
            @ForAll("mergeable") List<Interaction> a,
            @ForAll("mergeable") List<Interaction> b,
            @ForAll("mergeable") List<Interaction> c) {
        ShopperProfile x = profile(a);
        ShopperProfile y = profile(b);
        ShopperProfile z = profile(c);
        assertSame(x.mergedWith(y), y.mergedWith(x));
        assertSame(x.mergedWith(y).mergedWith(z), x.mergedWith(y.mergedWith(z)));
    }

    @Property(seed = "6")
    void mergingWithAnEmptyProfileChangesNothing(@ForAll("anything") List<Interaction> history) {
        ShopperProfile profile = profile(history);
        assertThat(profile.mergedWith(ShopperProfile.empty(8)).encode()).isEqualTo(profile.encode());
        assertSame(ShopperProfile.empty(7).mergedWith(profile), profile);
    }

    @Property(seed = "7")
    void mergingIsTheFoldOverBothHistories(@ForAll("deeds") List<Interaction> a, @ForAll("deeds") List<Interaction> b) {
        List<Interaction> both = new ArrayList<>(a);
        both.addAll(b);
        assertSame(profile(a).mergedWith(profile(b)), profile(both));
    }

    @Property(seed = "8")
    void sayingTheSameAgainChangesNothingButTheCount(
            @ForAll("anything") List<Interaction> history, @ForAll("words") Interaction word) {
        ShopperProfile once = profile(history).with(word, null);
        ShopperProfile twice = once.with(word, null);
        assertThat(twice.encode().split("\\|", 4)[3]).isEqualTo(once.encode().split("\\|", 4)[3]);
    }

    @Property(seed = "9")
    void theTextHoldsTheProfile(@ForAll("anything") List<Interaction> history) {
        ShopperProfile profile = profile(history);
        ShopperProfile read = ShopperProfile.decode(profile.encode());
        assertSame(read, profile);
        assertThat(read.encode()).isEqualTo(profile.encode());
    }

    @Property(seed = "10")
    void inferenceNeverTouchesWhatWasDeclared(
            @ForAll("words") Interaction word, @ForAll("deeds") List<Interaction> history) {
        ShopperProfile declared = ShopperProfile.empty(7).with(word, null);
        ShopperProfile after = declared;
        for (Interaction deed : history) {
            if (deed.type() != InteractionType.PREFERENCE) {
                after = after.with(deed, Histories.facts(deed.itemId()));
            }
        }
        assertThat(after.declared()).isEqualTo(declared.declared());
    }

    @Property(seed = "11", tries = 50)
    void staysBoundedWhateverStrangersWrite(@ForAll("hostile") List<String> texts, @ForAll long seed) {
        Random random = new Random(seed);
        ShopperProfile profile = ShopperProfile.empty(7);
        for (int i = 0; i < 400; i++) {
            String text = texts.get(i % texts.size()) + i;
            ItemFacts facts = new ItemFacts(1 + i, text, text, new long[] {i}, 0, List.of("a=" + text), 1);
            InteractionDetails details = InteractionDetails.NONE.withText(text);
            profile = profile.with(Interaction.productView(7, random.nextLong() | 1, NOW + i), facts)
                    .with(Interaction.search(7, text, NOW + i), null)
                    .with(Interaction.of(InteractionType.PREFERENCE, 7, 0, details, NOW + i), null)
                    .with(Histories.said(InteractionType.PREFERENCE, text + "=" + text, NOW + i), null)
                    .with(Interaction.of(InteractionType.NOT_INTERESTED, 7, 0, details, NOW + i), null)
                    .with(Histories.said(InteractionType.CONCLUSION_REMOVED, "brand:" + i, NOW + i), null)
                    .with(Interaction.of(InteractionType.CONCLUSION_REMOVED, 7, 0, details, NOW + i), null);
        }
        String text = profile.encode();
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(LARGEST_BYTES);
        assertThat(ShopperProfile.decode(text).encode()).isEqualTo(text);
        assertThat(text).doesNotContain("\n", "\r", "\u0000");
    }

    @Provide
    Arbitrary<List<Interaction>> anything() {
        return Histories.interactions(0, 19);
    }

    /** What commutes one by one: all but removals, pauses and lists, which a later look takes back. */
    @Provide
    Arbitrary<List<Interaction>> deeds() {
        return Histories.interactions(0, 13);
    }

    /** All but what a profile has taken back and the other one has not. */
    @Provide
    Arbitrary<List<Interaction>> mergeable() {
        return Histories.interactions(0, 17);
    }

    @Provide
    Arbitrary<Interaction> words() {
        return Combinators.combine(
                        Arbitraries.of(11, 12, 14, 15, 16, 17),
                        Arbitraries.longs().between(1, ITEMS),
                        Histories.times())
                .as((kind, item, at) ->
                        kind == 12 ? Histories.preference(item, at) : Histories.interaction(kind, item, at));
    }

    @Provide
    Arbitrary<List<String>> hostile() {
        return Arbitraries.strings()
                .withChars("|;:=@%x~,. \u0000\n<ä水\ud83c\udf75")
                .withChars('\ud800', '\udfff')
                .ofMinLength(1)
                .ofMaxLength(120)
                .filter(text -> !text.isBlank())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static ShopperProfile profile(List<Interaction> history) {
        ShopperProfile profile = ShopperProfile.empty(7);
        for (Interaction interaction : history) {
            profile = profile.with(interaction, Histories.facts(interaction.itemId()));
        }
        return profile;
    }

    /** All affinities that these histories can raise. */
    private static double[] affinities(ShopperProfile profile, long now) {
        List<DoubleSupplier> affinities = new ArrayList<>();
        for (int i = 0; i <= ITEMS; i++) {
            int each = i;
            affinities.add(() -> profile.brandAffinity("b" + each, now));
            affinities.add(() -> profile.categoryAffinity(each, now));
            affinities.add(() -> profile.attributeAffinity("colour=" + each, now));
            affinities.add(() -> profile.attributeAffinity(each == 0 ? "size=M" : "size=" + each, now));
            affinities.add(() -> profile.priceAffinity(each, now));
            affinities.add(() -> profile.intentAffinity("tea " + each, now));
        }
        return affinities.stream().mapToDouble(DoubleSupplier::getAsDouble).toArray();
    }

    private static void assertSame(ShopperProfile a, ShopperProfile b) {
        assertThat(a.interactionCount()).isEqualTo(b.interactionCount());
        assertThat(a.lastInteractionAt()).isEqualTo(b.lastInteractionAt());
        assertThat(a.paused()).isEqualTo(b.paused());
        assertThat(a.recentlyViewed()).isEqualTo(b.recentlyViewed());
        assertThat(a.recentlyCarted()).isEqualTo(b.recentlyCarted());
        assertThat(a.recentlyBought()).isEqualTo(b.recentlyBought());
        assertThat(a.returned()).isEqualTo(b.returned());
        assertThat(a.declared()).isEqualTo(b.declared());
        assertThat(a.notInterestedBrands()).containsExactlyInAnyOrderElementsOf(b.notInterestedBrands());
        assertThat(a.notInterestedItems()).containsExactlyInAnyOrderElementsOf(b.notInterestedItems());
        assertThat(a.removedConclusions()).containsExactlyInAnyOrderElementsOf(b.removedConclusions());
        assertThat(affinities(a, NOW)).containsExactly(affinities(b, NOW), within(6e-3));
        for (long item = 1; item <= ITEMS; item++) {
            assertThat(a.cadence(item)).isEqualTo(b.cadence(item));
            assertThat(a.ignored(item, NOW)).isCloseTo(b.ignored(item, NOW), within(2e-2));
        }
        assertSame(evidence(a, DeviceAffinity::affinity), evidence(b, DeviceAffinity::affinity));
        assertThat(a.topBrands(99, NOW).stream()
                        .mapToInt(BrandAffinity::evidence)
                        .sum())
                .isEqualTo(b.topBrands(99, NOW).stream()
                        .mapToInt(BrandAffinity::evidence)
                        .sum());
    }

    private static double[] evidence(ShopperProfile profile, ToDoubleFunction<DeviceAffinity> of) {
        return profile.devices(NOW).stream().mapToDouble(of).sorted().toArray();
    }

    private static void assertSame(double[] a, double[] b) {
        assertThat(a).as(Arrays.toString(b)).hasSameSizeAs(b).containsExactly(b, within(6e-3));
    }
}
