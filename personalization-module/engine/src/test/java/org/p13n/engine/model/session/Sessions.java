package org.p13n.engine.model.session;

import java.util.SplittableRandom;

/** Seeded shopping sessions: products of a dozen themes, a session stays with its theme and often clicks the next number. */
final class Sessions {
    static final int THEMES = 12;
    static final int PER_THEME = 20;

    private Sessions() {}

    static long[] session(SplittableRandom random) {
        int theme = random.nextInt(THEMES);
        int length = 2 + random.nextInt(6);
        long[] clicks = new long[length];
        int within = random.nextInt(PER_THEME);
        for (int i = 0; i < length; i++) {
            clicks[i] = 1_000L * (1 + theme) + within;
            within = random.nextInt(4) == 0 ? random.nextInt(PER_THEME) : (within + 1) % PER_THEME;
        }
        return clicks;
    }

    static SessionTrainer trainer(SessionSettings settings, int sessions, long seed) {
        SessionTrainer trainer = new SessionTrainer(settings);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < sessions; i++) {
            trainer.add(SessionTrainer.UNKNOWN_SHOPPER, session(random), i);
        }
        return trainer;
    }

    static SessionModel model(int sessions, long seed) {
        return trainer(SessionSettings.defaults(), sessions, seed).train();
    }
}
