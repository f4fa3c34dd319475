package org.p13n.broadleaf.page.own;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.p13n.broadleaf.page.Texts;
import org.p13n.broadleaf.page.own.Evidence.Counts;
import org.p13n.broadleaf.page.own.OwnPage.Line;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Conclusion.Kind;
import org.p13n.engine.event.Preference;
import org.p13n.engine.event.ShoppingContext.Device;
import org.p13n.engine.profile.ItemFacts;
import org.p13n.engine.profile.ShopperProfile;
import org.p13n.engine.profile.TimeOfWeek;

/** Says in plain words what a profile holds and what speaks for it. */
public final class ProfileWords {
    private static final int PERCENT = 100;
    private static final int QUARTERS = 4;

    private final Texts texts;
    private final CatalogFacts catalog;

    public ProfileWords(Texts texts, CatalogFacts catalog) {
        this.texts = texts;
        this.catalog = catalog;
    }

    Evidence evidence(ShopperProfile profile) {
        return Evidence.of(profile, catalog);
    }

    /** The line of a conclusion; null if the catalog does not know any more what it is about. */
    Line line(Conclusion conclusion, double affinity, int interactions, Evidence evidence) {
        return label(conclusion)
                .map(label -> new Line(
                        label,
                        why(conclusion, interactions, evidence),
                        (int) Math.round(affinity * PERCENT),
                        conclusion.encode()))
                .orElse(null);
    }

    /** What the conclusion is about; empty if the catalog does not know it any more. */
    Optional<String> label(Conclusion conclusion) {
        String value = conclusion.value();
        return switch (conclusion.kind()) {
            case CATEGORY, NOT_CATEGORY -> name(catalog.categoryFacts(Long.parseLong(value)));
            case NOT_ITEM -> name(catalog.facts(Long.parseLong(value)));
            case BRAND, INTENT, NOT_BRAND -> Optional.of(value);
            case ATTRIBUTE -> Optional.of(attribute(value));
            case PRICE -> Optional.of(texts.of("p13n.own.price." + value));
            case DEVICE -> Optional.of(texts.of("p13n.own.device." + Device.values()[Integer.parseInt(value)]));
            case TIME -> Optional.of(time(Integer.parseInt(value)));
        };
    }

    /** A question and its answers, as {@code Skin type: dry}. */
    String declared(String question, List<String> answers) {
        String joined = answers.stream().map(answer -> answer(question, answer)).collect(Collectors.joining(", "));
        boolean known =
                List.of(Preference.BRAND, Preference.CATEGORY, Preference.PRICE).contains(question);
        return (known ? texts.of("p13n.own.declared." + question) : capital(question)) + ": " + joined;
    }

    private String answer(String question, String answer) {
        return switch (question) {
            case Preference.CATEGORY ->
                answer.matches("\\d{1,18}")
                        ? name(catalog.categoryFacts(Long.parseLong(answer))).orElse(answer)
                        : answer;
            case Preference.PRICE -> answer.matches("[1-5]") ? texts.of("p13n.own.price." + answer) : answer;
            default -> answer;
        };
    }

    /** Counts what is still remembered of single products; where that has gone, how often there was reason to think so. */
    private String why(Conclusion conclusion, int interactions, Evidence evidence) {
        Predicate<ItemFacts> like = like(conclusion);
        Counts counts = like == null ? new Counts(0, 0, 0) : evidence.like(like);
        if (counts.none()) {
            String kind = conclusion.kind() == Kind.INTENT ? "searched" : like == null ? "visits" : "interactions";
            return texts.of("p13n.own.why." + kind, interactions);
        }
        List<String> parts = new ArrayList<>();
        addPart(parts, "viewed", counts.viewed());
        addPart(parts, "carted", counts.carted());
        addPart(parts, "bought", counts.bought());
        return texts.of("p13n.own.why." + parts.size(), parts.toArray());
    }

    private void addPart(List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(texts.of("p13n.own.why." + key, count));
        }
    }

    /** The products that speak for it; null if it is not about products. */
    private static Predicate<ItemFacts> like(Conclusion conclusion) {
        String value = conclusion.value();
        return switch (conclusion.kind()) {
            case CATEGORY -> {
                long id = Long.parseLong(value);
                yield facts -> Arrays.stream(facts.categoryIds()).anyMatch(own -> own == id);
            }
            case BRAND -> facts -> value.equalsIgnoreCase(facts.brand());
            case ATTRIBUTE -> facts -> facts.attributes().stream().anyMatch(value::equalsIgnoreCase);
            case PRICE -> facts -> facts.priceBand() == Integer.parseInt(value);
            default -> null;
        };
    }

    private String time(int number) {
        TimeOfWeek time = new TimeOfWeek(DayOfWeek.of(number / QUARTERS + 1), number % QUARTERS);
        String day = time.day().getDisplayName(TextStyle.FULL, texts.locale());
        return texts.of("p13n.own.time." + time.quarter(), day);
    }

    private static String attribute(String nameAndValue) {
        int equals = nameAndValue.indexOf('=');
        return equals < 0
                ? nameAndValue
                : capital(nameAndValue.substring(0, equals)) + ": " + nameAndValue.substring(equals + 1);
    }

    private static String capital(String name) {
        String words = name.replace('_', ' ').strip();
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static Optional<String> name(ItemFacts facts) {
        return facts == null || facts.name().isBlank() ? Optional.empty() : Optional.of(facts.name());
    }
}
