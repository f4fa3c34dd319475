package org.p13n.engine.ranking;

import java.util.ArrayList;
import java.util.List;
import org.p13n.engine.profile.ItemFacts;

/** One product under consideration for one list: what each signal says, and what led to it. Owned by one request. */
final class Candidate {
    private static final Signal[] SIGNALS = Signal.values();

    final long itemId;
    final ItemFacts facts;
    private final Voice[] voices = new Voice[SIGNALS.length];
    private double score;

    /** What one signal says in all, and its strongest single contribution. */
    private static final class Voice {
        private double amount;
        private double strongest;
        private long becauseItemId;
        private long evidence;
    }

    Candidate(long itemId, ItemFacts facts) {
        this.itemId = itemId;
        this.facts = facts;
    }

    /** Lets a signal speak for the product; nothing happens if the amount is not a positive number. */
    void add(Signal signal, double amount, long becauseItemId, long evidence) {
        if (!(amount > 0) || Double.isInfinite(amount)) {
            return;
        }
        Voice voice = voice(signal);
        voice.amount += amount;
        if (amount > voice.strongest) {
            voice.strongest = amount;
            voice.becauseItemId = becauseItemId;
            voice.evidence = evidence;
        }
    }

    /** Lets a signal speak against the product; nothing happens if the amount is not a positive number. */
    void subtract(Signal signal, double amount) {
        if (amount > 0 && !Double.isInfinite(amount)) {
            voice(signal).amount -= amount;
        }
    }

    /** Adds up the signals in their order; to be called once, after the last of them has spoken. */
    void settle() {
        score = 0;
        for (Voice voice : voices) {
            score += voice == null ? 0 : voice.amount;
        }
    }

    double score() {
        return score;
    }

    Recommendation recommendation() {
        List<ScoreShare> shares = new ArrayList<>();
        Signal main = Signal.NOVELTY;
        Voice loudest = new Voice();
        for (Signal signal : SIGNALS) {
            Voice voice = voices[signal.ordinal()];
            if (voice != null) {
                shares.add(new ScoreShare(signal, voice.amount));
                boolean louder = voice.amount > loudest.amount;
                main = louder ? signal : main;
                loudest = louder ? voice : loudest;
            }
        }
        Reason reason = reason(main, loudest.becauseItemId);
        return new Recommendation(itemId, score, reason, loudest.evidence, loudest.becauseItemId, List.copyOf(shares));
    }

    private Voice voice(Signal signal) {
        int number = signal.ordinal();
        if (voices[number] == null) {
            voices[number] = new Voice();
        }
        return voices[number];
    }

    private static Reason reason(Signal signal, long becauseItemId) {
        return switch (signal) {
            case ALSO_BOUGHT -> Reason.ALSO_BOUGHT;
            case ALSO_VIEWED, NEXT_IN_SESSION -> Reason.ALSO_VIEWED;
            case DUE_AGAIN -> Reason.DUE_AGAIN;
            case LONG_TERM -> Reason.FITS_HISTORY;
            case BOUGHT_TOGETHER -> Reason.BOUGHT_TOGETHER;
            case BRAND_AFFINITY -> Reason.BRAND_AFFINITY;
            case CATEGORY_AFFINITY -> Reason.CATEGORY_AFFINITY;
            case ATTRIBUTE_AFFINITY -> Reason.ATTRIBUTE_AFFINITY;
            case PRICE_AFFINITY -> Reason.PRICE_AFFINITY;
            case DECLARED -> Reason.DECLARED;
            case SESSION, SIMILAR -> Reason.SIMILAR;
            case POPULARITY -> becauseItemId == 0 ? Reason.POPULAR : Reason.POPULAR_IN_CATEGORY;
            case NOVELTY, PLATFORM_POSITION, IGNORED, RETURNED, NOT_INTERESTED -> Reason.NEW;
        };
    }
}
