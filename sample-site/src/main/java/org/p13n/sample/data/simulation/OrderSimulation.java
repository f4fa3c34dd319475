package org.p13n.sample.data.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes up one shopper's year of orders. */
final class OrderSimulation {
    static final Duration YEAR = Duration.ofDays(365);
    /** What is archived or out of stock today was last sold so long ago. */
    private static final Duration LAST_SEEN = Duration.ofDays(45);

    private static final int LARGEST_BASKET = 6;
    private static final int MOST_TRIES = 40;
    private static final double CANCELLED = 0.02;
    private static final double HERE_ALL_YEAR = 0.4;
    private static final double NEEDS_ACCESSORY = 0.6;
    private static final double TAKES_COMPANION = 0.4;
    private static final double STAYS_IN_DEPARTMENT = 0.75;
    private static final double SEVERAL_PIECES = 0.25;

    private final Instant now;

    /** An order as it happened, with the pieces of each product. */
    record Placed(Shopper shopper, Instant at, Map<Shelf.Item, Integer> pieces, boolean cancelled) {}

    OrderSimulation(Instant now) {
        this.now = now;
    }

    List<Placed> orders(Shopper shopper) {
        List<Placed> orders = new ArrayList<>();
        if (!shopper.taste.likesAnything()) {
            return orders;
        }
        for (Instant at : times(shopper)) {
            Map<Shelf.Item, Integer> pieces = basket(shopper, at);
            if (!pieces.isEmpty()) {
                boolean cancelled = Chance.of(CANCELLED, shopper.random);
                orders.add(new Placed(shopper, at, pieces, cancelled));
                if (!cancelled) {
                    remember(shopper, at, pieces);
                }
            }
        }
        return orders;
    }

    private List<Instant> times(Shopper shopper) {
        SplittableRandom random = shopper.random;
        double here = shopper.regular || Chance.of(HERE_ALL_YEAR, random) ? 1 : random.nextDouble();
        int count = Chance.count(shopper.archetype.ordersPerYear() * shopper.activity * here, random);
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            times.add(time(shopper, here));
        }
        times.sort(null);
        return times;
    }

    private Instant time(Shopper shopper, double here) {
        SplittableRandom random = shopper.random;
        Archetype archetype = shopper.archetype;
        Instant at = now;
        for (int i = 0; i < MOST_TRIES; i++) {
            long ago = (long) (random.nextDouble() * here * YEAR.toSeconds());
            at = Calendar.byDay(now.minusSeconds(ago), random);
            double likely = archetype.monthFactor(Calendar.month(at)) / archetype.busiestMonth();
            if (at.isBefore(now) && Chance.of(likely, random)) {
                return at;
            }
        }
        return at.isBefore(now) ? at : now.minus(Duration.ofHours(1));
    }

    private Map<Shelf.Item, Integer> basket(Shopper shopper, Instant at) {
        SplittableRandom random = shopper.random;
        int size = Math.min(LARGEST_BASKET, 1 + Chance.count(shopper.archetype.basket() - 1, random));
        Map<Shelf.Item, Integer> basket = new LinkedHashMap<>();
        addDue(basket, shopper, at, size);
        Shelf.Item first = basket.isEmpty() ? needed(shopper, pick(shopper, at)) : null;
        if (first != null) {
            put(basket, first, shopper);
            addWithDevice(basket, first, shopper, at, size);
            addCompanions(basket, first, shopper, at, size);
        }
        for (int i = 0; i < MOST_TRIES && basket.size() < size; i++) {
            addOther(basket, shopper, at);
        }
        return basket;
    }

    private static void addDue(Map<Shelf.Item, Integer> basket, Shopper shopper, Instant at, int size) {
        shopper.dueAgain.forEach((item, due) -> {
            if (basket.size() < size && !due.isAfter(at) && item.sold(at)) {
                put(basket, item, shopper);
            }
        });
    }

    private Shelf.Item pick(Shopper shopper, Instant at) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Shelf.Item item = shopper.taste.drawn(shopper.random);
            String season = item.line().attributes().get("season");
            if (sold(item, at) && Chance.of(Calendar.fits(season, Calendar.month(at)), shopper.random)) {
                return item;
            }
        }
        return null;
    }

    /** Nobody buys a case for a phone they do not have: they buy the phone first, which brings the case along. */
    private static Shelf.Item needed(Shopper shopper, Shelf.Item item) {
        boolean useless = item != null
                && !item.devices().isEmpty()
                && item.devices().stream().noneMatch(shopper.owned::contains);
        return useless
                ? item.devices().get(shopper.random.nextInt(item.devices().size()))
                : item;
    }

    private void addWithDevice(
            Map<Shelf.Item, Integer> basket, Shelf.Item device, Shopper shopper, Instant at, int size) {
        for (int i = 0; i < 2 && !device.accessories().isEmpty(); i++) {
            if (Chance.of(NEEDS_ACCESSORY, shopper.random)) {
                List<Shelf.Item> choice = device.accessories();
                Shelf.Item accessory = choice.get(shopper.random.nextInt(choice.size()));
                if (sold(accessory, at) && basket.size() <= size) {
                    put(basket, accessory, shopper);
                }
            }
        }
    }

    private void addCompanions(
            Map<Shelf.Item, Integer> basket, Shelf.Item first, Shopper shopper, Instant at, int size) {
        for (Shelf.Item companion : first.companions()) {
            boolean liked = shopper.taste.accepts(companion);
            if (liked && basket.size() < size && sold(companion, at) && Chance.of(TAKES_COMPANION, shopper.random)) {
                put(basket, companion, shopper);
            }
        }
    }

    private void addOther(Map<Shelf.Item, Integer> basket, Shopper shopper, Instant at) {
        Shelf.Item other = pick(shopper, at);
        if (other == null || !other.devices().isEmpty() || basket.containsKey(other)) {
            return;
        }
        boolean elsewhere =
                basket.keySet().stream().noneMatch(item -> item.department().equals(other.department()));
        if (basket.isEmpty() || !elsewhere || !Chance.of(STAYS_IN_DEPARTMENT, shopper.random)) {
            put(basket, other, shopper);
        }
    }

    private boolean sold(Shelf.Item item, Instant at) {
        return item.sold(at) && (item.available() || at.isBefore(now.minus(LAST_SEEN)));
    }

    private static void put(Map<Shelf.Item, Integer> basket, Shelf.Item item, Shopper shopper) {
        boolean several = item.reorderDays() != null && Chance.of(SEVERAL_PIECES, shopper.random);
        basket.putIfAbsent(item, several ? 2 + shopper.random.nextInt(3) : 1);
    }

    private static void remember(Shopper shopper, Instant at, Map<Shelf.Item, Integer> pieces) {
        for (Shelf.Item item : pieces.keySet()) {
            shopper.owned.add(item);
            boolean habit =
                    shopper.dueAgain.containsKey(item) || Chance.of(shopper.archetype.reorder(), shopper.random);
            if (item.reorderDays() != null && habit) {
                double days = item.reorderDays() * (0.8 + 0.4 * shopper.random.nextDouble());
                shopper.dueAgain.remove(item);
                shopper.dueAgain.put(item, at.plusSeconds((long) (days * 86_400)));
            }
        }
    }
}
