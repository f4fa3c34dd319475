package org.p13n.broadleaf.page.own;

import java.text.DateFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.identity.Consent;
import org.p13n.broadleaf.event.identity.ConsentState;
import org.p13n.broadleaf.page.ProductCard;
import org.p13n.broadleaf.page.Texts;
import org.p13n.broadleaf.page.own.OwnPage.Group;
import org.p13n.broadleaf.page.own.OwnPage.Line;
import org.p13n.broadleaf.page.quiz.Quiz;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.broadleaf.ranking.Shelf;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Conclusion.Kind;
import org.p13n.engine.profile.ShopperProfile;

/** Puts "My personalization" together from the profile as it is at this moment. */
public final class OwnPages {
    private static final int MOST_VIEWED = 12;
    private static final int MOST_LINES = 8;
    private static final int FEW_LINES = 2;

    private final ShopperProfiles profiles;
    private final ProfileWords words;
    private final Shelf shelf;
    private final Quiz quiz;
    private final Texts texts;
    private final LongSupplier clock = System::currentTimeMillis;

    public OwnPages(ShopperProfiles profiles, ProfileWords words, Shelf shelf, Quiz quiz, Texts texts) {
        this.profiles = profiles;
        this.words = words;
        this.shelf = shelf;
        this.quiz = quiz;
        this.texts = texts;
    }

    /** @param answeredAt when the shopper answered, 0 if that is not known */
    OwnPage of(Shopper shopper, ConsentState state, String version, long answeredAt) {
        ShopperProfile profile = profiles.profile(shopper);
        boolean refusable = state.stored() || state.asks();
        return new OwnPage(
                consent(state, answeredAt),
                !state.globalPrivacyControl() && state.answer() != Consent.GRANTED,
                refusable,
                version,
                state.stored(),
                profile.paused(),
                groups(profile),
                declared(profile),
                !quiz.isEmpty(),
                viewed(profile),
                refused(profile));
    }

    private String consent(ConsentState state, long answeredAt) {
        if (state.globalPrivacyControl()) {
            return texts.of("p13n.own.consent.signal");
        }
        String kind = state.answer() + (state.stored() ? ".stored" : ".session");
        if (answeredAt == 0) {
            return texts.of("p13n.own.consent." + kind);
        }
        String day = DateFormat.getDateInstance(DateFormat.LONG, texts.locale()).format(new Date(answeredAt));
        return texts.of("p13n.own.consent." + kind + ".since", day);
    }

    /** A conclusion, how sure it is, and how many interactions speak for it. */
    private record Thought(Conclusion conclusion, double affinity, int interactions) {}

    private List<Group> groups(ShopperProfile profile) {
        long now = clock.getAsLong();
        Evidence evidence = words.evidence(profile);
        Map<String, Stream<Thought>> groups = new LinkedHashMap<>();
        groups.put(
                "categories",
                profile.topCategories(MOST_LINES, now).stream()
                        .map(one -> new Thought(one.conclusion(), one.affinity(), one.evidence())));
        groups.put(
                "brands",
                profile.topBrands(MOST_LINES, now).stream()
                        .map(one -> new Thought(one.conclusion(), one.affinity(), one.evidence())));
        groups.put(
                "attributes",
                profile.topAttributes(MOST_LINES, now).stream()
                        .map(one -> new Thought(one.conclusion(), one.affinity(), one.evidence())));
        groups.put(
                "price",
                profile.priceBands(now).stream()
                        .limit(FEW_LINES)
                        .map(one -> new Thought(one.conclusion(), one.affinity(), one.evidence())));
        groups.put(
                "intents",
                profile.topIntents(MOST_LINES, now).stream()
                        .map(one -> new Thought(one.conclusion(), one.affinity(), one.evidence())));
        groups.put(
                "habits",
                Stream.concat(
                        profile.devices(now).stream()
                                .limit(FEW_LINES)
                                .map(one -> new Thought(one.conclusion(), one.affinity(), one.evidence())),
                        profile.timesOfWeek(FEW_LINES, now).stream()
                                .map(one -> new Thought(one.conclusion(), one.affinity(), one.evidence()))));
        List<Group> shown = new ArrayList<>();
        groups.forEach((key, thoughts) -> shown.add(group(key, thoughts, evidence)));
        return shown.stream().filter(group -> !group.lines().isEmpty()).toList();
    }

    private Group group(String key, Stream<Thought> thoughts, Evidence evidence) {
        List<Line> lines = thoughts.map(
                        one -> words.line(one.conclusion(), one.affinity(), one.interactions(), evidence))
                .filter(Objects::nonNull)
                .toList();
        return new Group(texts.of("p13n.own.group." + key), lines);
    }

    private List<Line> declared(ShopperProfile profile) {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, List<String>> declaration : profile.declared().entrySet()) {
            String question = declaration.getKey();
            Line inOwnWords = new Line(words.declared(question, declaration.getValue()), null, null, question);
            lines.add(quiz.said(question, declaration.getValue())
                    .map(said -> new Line(said.answers(), said.question(), null, question))
                    .orElse(inOwnWords));
        }
        return lines;
    }

    private List<ProductCard> viewed(ShopperProfile profile) {
        long[] newest =
                Arrays.stream(profile.recentlyViewed()).limit(MOST_VIEWED).toArray();
        List<Long> ids = Arrays.stream(newest).boxed().toList();
        return cards(ids);
    }

    private List<ProductCard> cards(Collection<Long> ids) {
        Map<Long, Product> products = shelf.load(ids);
        return ids.stream()
                .map(products::get)
                .filter(product -> product != null && product.isActive() && product.getUrl() != null)
                .map(product -> new ProductCard(product, null))
                .toList();
    }

    private List<Line> refused(ShopperProfile profile) {
        List<Conclusion> refused = new ArrayList<>();
        profile.notInterestedItems().forEach(id -> refused.add(Conclusion.of(Kind.NOT_ITEM, id)));
        profile.notInterestedBrands().forEach(brand -> refused.add(new Conclusion(Kind.NOT_BRAND, brand)));
        profile.notInterestedCategories().forEach(id -> refused.add(Conclusion.of(Kind.NOT_CATEGORY, id)));
        return refused.stream()
                .map(one -> words.label(one).map(label -> new Line(label, null, null, one.encode())))
                .flatMap(Optional::stream)
                .toList();
    }
}
