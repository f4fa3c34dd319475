package org.p13n.engine.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Divides what shoppers did into their visits. Stateless; the order in which interactions arrive does not matter. */
public final class ShoppingSessions {
    /** The usual inactivity after which a visit is over. */
    public static final Duration USUAL_GAP = Duration.ofMinutes(30);

    private static final Comparator<Interaction> BY_SHOPPER_IN_TIME =
            Comparator.comparingLong(Interaction::shopperId).thenComparing(Interaction.IN_TIME);

    private final long gapMillis;

    /** @param gap a longer inactivity ends a visit; 0 = every moment is a visit of its own */
    public ShoppingSessions(Duration gap) {
        if (gap.isNegative()) {
            throw new IllegalArgumentException(
                    "The gap between shopping sessions must be 0 or more but is " + gap + ": correct the setting");
        }
        gapMillis = gap.toMillis();
    }

    /** The visits, by shopper and then in the order of time; without what no shopper does on a visit. */
    public List<ShoppingSession> of(Collection<Interaction> interactions) {
        List<ShoppingSession> sessions = new ArrayList<>();
        List<Interaction> open = new ArrayList<>();
        for (Interaction next : interactions.stream()
                .filter(each -> isPresent(each.type()))
                .sorted(BY_SHOPPER_IN_TIME)
                .toList()) {
            if (!open.isEmpty() && !belongs(next, open.get(open.size() - 1))) {
                close(open, sessions);
            }
            open.add(next);
        }
        close(open, sessions);
        return sessions;
    }

    private boolean belongs(Interaction next, Interaction last) {
        return next.shopperId() == last.shopperId() && next.at() - last.at() <= gapMillis;
    }

    private static void close(List<Interaction> open, List<ShoppingSession> sessions) {
        if (open.isEmpty()) {
            return;
        }
        long shopper = open.get(0).shopperId();
        ShoppingSession before = sessions.isEmpty() ? null : sessions.get(sessions.size() - 1);
        int index = before != null && before.shopperId() == shopper ? before.index() + 1 : 0;
        sessions.add(new ShoppingSession(shopper, index, open));
        open.clear();
    }

    /** Whether the shopper is in the shop when it happens: not when an order is cancelled or a mail is opened. */
    private static boolean isPresent(InteractionType type) {
        return switch (type) {
            case CANCELLATION, RETURN, MAIL_OPENED -> false;
            default -> true;
        };
    }
}
