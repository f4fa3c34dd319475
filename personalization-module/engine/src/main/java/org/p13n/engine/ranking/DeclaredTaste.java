package org.p13n.engine.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.p13n.engine.event.Preference;
import org.p13n.engine.profile.ItemFacts;

/** What one shopper has declared, as a measure for products. */
final class DeclaredTaste {
    private static final DeclaredTaste NOTHING = new DeclaredTaste(List.of());

    private final List<Wish> wishes;

    /** One question and what would fit. */
    private record Wish(String question, List<String> answers) {
        boolean fits(ItemFacts facts) {
            return switch (question) {
                case Preference.BRAND -> facts.brand() != null && answers.contains(facts.brand());
                case Preference.PRICE -> answers.contains(Integer.toString(facts.priceBand()));
                case Preference.CATEGORY -> fitsCategory(facts.categoryIds());
                default -> facts.attributes().stream().anyMatch(this::fitsAttribute);
            };
        }

        boolean isAbout(String attribute) {
            int name = question.length();
            return attribute.length() > name && attribute.charAt(name) == '=' && attribute.startsWith(question);
        }

        private boolean fitsAttribute(String attribute) {
            return isAbout(attribute) && answers.contains(attribute.substring(question.length() + 1));
        }

        private boolean fitsCategory(long[] categoryIds) {
            for (long categoryId : categoryIds) {
                if (answers.contains(Long.toString(categoryId))) {
                    return true;
                }
            }
            return false;
        }
    }

    private DeclaredTaste(List<Wish> wishes) {
        this.wishes = wishes;
    }

    static DeclaredTaste of(Map<String, List<String>> declared) {
        if (declared.isEmpty()) {
            return NOTHING;
        }
        List<Wish> wishes = new ArrayList<>();
        declared.forEach((question, answers) -> wishes.add(new Wish(question, answers)));
        return new DeclaredTaste(wishes);
    }

    /** 0 if the product fits no declaration, a half if it fits one, growing towards 1. */
    double fit(ItemFacts facts) {
        int fitting = 0;
        for (Wish wish : wishes) {
            if (wish.fits(facts)) {
                fitting++;
            }
        }
        return fitting / (fitting + 1.0);
    }

    /** @param attribute as {@code name=value} */
    boolean isAbout(String attribute) {
        for (Wish wish : wishes) {
            if (wish.isAbout(attribute)) {
                return true;
            }
        }
        return false;
    }
}
