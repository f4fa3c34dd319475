package org.p13n.sample.data.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.p13n.sample.data.file.BrowsingLine;
import org.p13n.sample.data.file.OrderLine;
import org.p13n.sample.data.file.ProductLine;
import org.p13n.sample.data.tables.ShopperDetails;

/** The simulation of a year of orders and a month of browsing; its result depends on its arguments only. */
public final class HistorySimulation {
    private static final String ADDRESS = "@simulated.example";

    private final Cast cast;
    private final long seed;
    private final int shoppers;
    private final Instant now;

    /**
     * What was made up.
     *
     * @param orders order lines, the oldest order first
     * @param browsing interactions, the oldest first
     * @param shoppers who the shoppers are, by the id that the lines name them by
     */
    public record History(List<OrderLine> orders, List<BrowsingLine> browsing, Map<String, ShopperDetails> shoppers) {}

    public HistorySimulation(Cast cast, long seed, int shoppers, Instant now) {
        this.cast = cast;
        this.seed = seed;
        this.shoppers = shoppers;
        this.now = now;
    }

    public History history(List<ProductLine> catalog) {
        SplittableRandom random = new SplittableRandom(seed);
        Shelf shelf = new Shelf(catalog, random.split());
        OrderSimulation ordering = new OrderSimulation(now);
        BrowsingSimulation browsing = new BrowsingSimulation(shelf, now);
        Map<String, ShopperDetails> details = new LinkedHashMap<>();
        Map<Archetype, Taste.Kind> kinds = new HashMap<>();
        List<OrderSimulation.Placed> orders = new ArrayList<>();
        List<BrowsingLine> lines = new ArrayList<>();
        for (int i = 0; i < shoppers; i++) {
            SplittableRandom own = random.split();
            Archetype archetype = archetype(i, own);
            Taste.Kind kind = kinds.computeIfAbsent(archetype, one -> new Taste.Kind(shelf, one));
            String id = String.format(Locale.ROOT, "sim-%05d", i + 1);
            Shopper shopper = new Shopper(id, archetype, isLogIn(i), shelf, kind, own);
            List<OrderSimulation.Placed> ordered = ordering.orders(shopper);
            orders.addAll(ordered);
            lines.addAll(browsing.lines(shopper, ordered));
            details.put(shopper.id, details(i, own));
        }
        lines.sort(Comparator.comparing(BrowsingLine::at).thenComparing(BrowsingLine::shopperId));
        return new History(orderLines(orders), lines, details);
    }

    /** The first shoppers are those that somebody can log in as. */
    private boolean isLogIn(int i) {
        return i < cast.logIns().size();
    }

    private Archetype archetype(int i, SplittableRandom random) {
        Archetype drawn = Archetype.drawn(cast.archetypes(), random);
        if (!isLogIn(i)) {
            return drawn;
        }
        String wanted = cast.logIns().get(i).archetype();
        return cast.archetypes().stream()
                .filter(archetype -> archetype.name().equals(wanted))
                .findFirst()
                .orElse(drawn);
    }

    private ShopperDetails details(int i, SplittableRandom random) {
        List<String> firstNames = cast.firstNames();
        List<String> lastNames = cast.lastNames();
        String first = firstNames.get(random.nextInt(firstNames.size()));
        String last = lastNames.get(random.nextInt(lastNames.size())) + " (simulated)";
        if (isLogIn(i)) {
            Cast.LogIn logIn = cast.logIns().get(i);
            String email = logIn.firstName().toLowerCase(Locale.ROOT) + ADDRESS;
            return new ShopperDetails(logIn.firstName(), last, email, logIn.password(), true, true);
        }
        String email = first.toLowerCase(Locale.ROOT) + "." + (i + 1) + ADDRESS;
        return new ShopperDetails(first, last, email, null, true, true);
    }

    private static List<OrderLine> orderLines(List<OrderSimulation.Placed> orders) {
        orders.sort(Comparator.comparing(OrderSimulation.Placed::at).thenComparing(order -> order.shopper().id));
        List<OrderLine> lines = new ArrayList<>();
        int number = 0;
        for (OrderSimulation.Placed order : orders) {
            String id = String.format(Locale.ROOT, "SIM-%06d", ++number);
            OrderLine.Status status = order.cancelled() ? OrderLine.Status.CANCELLED : OrderLine.Status.SUBMITTED;
            order.pieces()
                    .forEach((item, pieces) -> lines.add(new OrderLine(
                            id,
                            order.at(),
                            order.shopper().id,
                            item.line().id(),
                            pieces,
                            item.line().sellingPrice(),
                            status,
                            order.shopper().options(item))));
        }
        return lines;
    }
}
