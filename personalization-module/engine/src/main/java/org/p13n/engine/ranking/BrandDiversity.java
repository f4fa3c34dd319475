package org.p13n.engine.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/**
 * The list-level pass: takes the best candidates that may be shown, no brand beyond its part of the list while others
 * are to be had. What is taken stays in the order of scores.
 */
final class BrandDiversity {
    private final double brandShare;

    BrandDiversity(double brandShare) {
        this.brandShare = brandShare;
    }

    List<Candidate> pick(Candidate[] bestFirst, int limit, LongPredicate eligible) {
        int cap = (int) Math.max(1, Math.ceil(limit * Math.min(1, brandShare)));
        Map<String, Integer> taken = new HashMap<>();
        List<Candidate> picked = new ArrayList<>(limit);
        List<Candidate> spare = new ArrayList<>();
        for (Candidate candidate : bestFirst) {
            if (picked.size() == limit) {
                return picked;
            }
            String brand = candidate.facts.brand();
            boolean full = brand != null && taken.getOrDefault(brand, 0) >= cap;
            if ((full && spare.size() >= limit) || !eligible.test(candidate.itemId)) {
                continue;
            }
            if (full) {
                spare.add(candidate);
            } else {
                picked.add(candidate);
                taken.merge(String.valueOf(brand), 1, Integer::sum);
            }
        }
        return filled(picked, spare, limit);
    }

    private static List<Candidate> filled(List<Candidate> picked, List<Candidate> spare, int limit) {
        picked.addAll(spare.subList(0, Math.min(spare.size(), limit - picked.size())));
        picked.sort(Comparator.comparingDouble(Candidate::score)
                .reversed()
                .thenComparingLong(candidate -> candidate.itemId));
        return picked;
    }
}
