package org.p13n.sample.data.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.p13n.engine.event.InteractionType;
import org.p13n.sample.data.file.BrowsingLine;
import org.p13n.sample.data.file.CategoryPath;

/** Makes up what one shopper looked at lately. */
final class BrowsingSimulation {
    static final Duration RECENT = Duration.ofDays(30);

    private static final double STILL_AROUND = 0.6;
    private static final double SESSIONS = 2.2;
    private static final double VIEWS = 4;
    private static final double SEARCHES = 0.4;
    private static final double SAME_CATEGORY = 0.65;
    private static final double BELONGING = 0.2;
    private static final double TO_CART = 0.15;
    private static final double OUT_AGAIN = 0.25;
    private static final int SECONDS_BETWEEN = 90;

    /** Simulated shoppers have agreed, to a text that nobody wrote. */
    private static final String CONSENT = "simulated";

    private final Shelf shelf;
    private final Instant now;

    BrowsingSimulation(Shelf shelf, Instant now) {
        this.shelf = shelf;
        this.now = now;
    }

    /** Sessions of the last days, and the views before each recent order. */
    List<BrowsingLine> lines(Shopper shopper, List<OrderSimulation.Placed> orders) {
        List<BrowsingLine> lines = new ArrayList<>();
        for (OrderSimulation.Placed order : orders) {
            if (order.at().isAfter(now.minus(RECENT))) {
                order.pieces().keySet().forEach(item -> addPurchase(lines, shopper, order.at(), item));
            }
        }
        if (shopper.taste.likesAnything() && (orders.isEmpty() || Chance.of(STILL_AROUND, shopper.random))) {
            int sessions = 1 + Chance.count(SESSIONS * shopper.activity, shopper.random);
            for (int i = 0; i < sessions; i++) {
                addSession(lines, shopper);
            }
        }
        lines.removeIf(line -> line.at().isAfter(now));
        return lines;
    }

    private void addPurchase(List<BrowsingLine> lines, Shopper shopper, Instant orderedAt, Shelf.Item item) {
        Instant at = orderedAt.minusSeconds(SECONDS_BETWEEN * (2L + shopper.random.nextInt(8)));
        lines.add(of(at, shopper, InteractionType.PRODUCT_VIEW, item, 0));
        lines.add(of(at.plusSeconds(20), shopper, InteractionType.CART_ADD, item, 1));
    }

    private void addSession(List<BrowsingLine> lines, Shopper shopper) {
        SplittableRandom random = shopper.random;
        Instant at = Calendar.byDay(now.minusSeconds((long) (random.nextDouble() * RECENT.toSeconds())), random);
        Shelf.Item goal = available(shopper, null);
        if (goal == null) {
            return;
        }
        at = addEntry(lines, shopper, at, goal);
        int views = 1 + Chance.count(VIEWS, random);
        Shelf.Item item = goal;
        for (int i = 0; i < views && item != null; i++) {
            at = at.plusSeconds(15 + random.nextInt(SECONDS_BETWEEN));
            lines.add(of(at, shopper, InteractionType.PRODUCT_VIEW, item, 0));
            at = addCart(lines, shopper, at, item);
            item = available(shopper, item);
        }
    }

    private Instant addEntry(List<BrowsingLine> lines, Shopper shopper, Instant at, Shelf.Item goal) {
        if (Chance.of(SEARCHES, shopper.random)) {
            lines.add(new BrowsingLine(
                    at, shopper.id, InteractionType.SEARCH, null, null, query(goal, shopper.random), 0, CONSENT));
        } else {
            CategoryPath category = goal.category();
            if (!category.isDepartment() && Chance.of(0.5, shopper.random)) {
                lines.add(category(at, shopper, new CategoryPath(List.of(category.department()))));
            }
            lines.add(category(at.plusSeconds(10), shopper, category));
        }
        return at.plusSeconds(10);
    }

    private static Instant addCart(List<BrowsingLine> lines, Shopper shopper, Instant at, Shelf.Item item) {
        if (!Chance.of(TO_CART, shopper.random)) {
            return at;
        }
        Instant added = at.plusSeconds(25);
        lines.add(of(added, shopper, InteractionType.CART_ADD, item, 1));
        if (!Chance.of(OUT_AGAIN, shopper.random)) {
            return added;
        }
        Instant removed = added.plusSeconds(40);
        lines.add(of(removed, shopper, InteractionType.CART_REMOVE, item, 1));
        return removed;
    }

    /** The next product to look at after {@code last} (null: the first one); null when there is none. */
    private Shelf.Item available(Shopper shopper, Shelf.Item last) {
        SplittableRandom random = shopper.random;
        for (int i = 0; i < 20; i++) {
            Shelf.Item next = last == null ? shopper.taste.drawn(random) : following(shopper, last);
            if (next != null && !next.equals(last) && next.available() && next.sold(now.minus(RECENT))) {
                return next;
            }
        }
        return null;
    }

    private Shelf.Item following(Shopper shopper, Shelf.Item last) {
        List<Shelf.Item> belonging = last.accessories().isEmpty() ? last.companions() : last.accessories();
        if (!belonging.isEmpty() && Chance.of(BELONGING, shopper.random)) {
            return belonging.get(shopper.random.nextInt(belonging.size()));
        }
        return Chance.of(SAME_CATEGORY, shopper.random)
                ? shopper.taste.drawn(shelf.besides(last), shopper.random)
                : shopper.taste.drawn(shopper.random);
    }

    /** Shoppers search for a brand, for a kind of thing, or for the last words of a name. */
    private static String query(Shelf.Item goal, SplittableRandom random) {
        String[] words = goal.line()
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[,()].*", "")
                .split(" ", -1);
        return switch (random.nextInt(3)) {
            case 0 ->
                goal.line().brand() == null ? words[0] : goal.line().brand().toLowerCase(Locale.ROOT);
            case 1 -> goal.category().name().toLowerCase(Locale.ROOT).replaceAll(" ?[&,].*", "");
            default -> words.length < 2 ? words[0] : words[words.length - 2] + " " + words[words.length - 1];
        };
    }

    private static BrowsingLine of(Instant at, Shopper shopper, InteractionType type, Shelf.Item item, int quantity) {
        return new BrowsingLine(at, shopper.id, type, item.line().id(), null, null, quantity, CONSENT);
    }

    private static BrowsingLine category(Instant at, Shopper shopper, CategoryPath path) {
        return new BrowsingLine(at, shopper.id, InteractionType.CATEGORY_VIEW, null, path, null, 0, CONSENT);
    }
}
