package org.p13n.sample.data.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.p13n.engine.event.InteractionType;
import org.p13n.sample.data.file.BrowsingLine;
import org.p13n.sample.data.file.DataFile;
import org.p13n.sample.data.file.OrderLine;
import org.p13n.sample.data.file.ProductLine;
import org.p13n.sample.data.file.RejectedRows;

/** What the shoppers of the sample store are known to be like, found again in what they did. */
class HistorySimulationTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Path HISTORY = Path.of("src/main/history");
    private static final int SHOPPERS = 600;

    private static Cast cast;
    private static final Map<String, ProductLine> CATALOG = new HashMap<>();
    private static final Map<Archetype, List<OrderLine>> BY_ARCHETYPE = new HashMap<>();
    private static HistorySimulation.History history;

    @BeforeAll
    static void simulate(@TempDir Path rejects) throws Exception {
        cast = Cast.read(HISTORY, rejects);
        DataFile<ProductLine> products = DataFile.open(Path.of("src/main/catalog"), ProductLine.FORMAT);
        try (RejectedRows rejected = new RejectedRows(rejects, "products.csv")) {
            products.forEach(rejected, line -> CATALOG.put(line.id(), line));
        }
        history = history(7, cast, SHOPPERS);
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(history(7, cast, SHOPPERS)).isEqualTo(history);
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(history(8, cast, SHOPPERS).orders()).isNotEqualTo(history.orders());
    }

    @Test
    void happensInThePastInTheOrderOfTime() {
        assertThat(history.orders())
                .isSortedAccordingTo((one, other) -> one.orderedAt().compareTo(other.orderedAt()));
        assertThat(history.orders())
                .allMatch(line ->
                        line.orderedAt().isBefore(NOW) && line.orderedAt().isAfter(NOW.minus(Duration.ofDays(367))));
        assertThat(history.browsing())
                .isNotEmpty()
                .allMatch(line -> !line.at().isAfter(NOW) && line.at().isAfter(NOW.minus(Duration.ofDays(32))));
    }

    @Test
    void sellsNothingBeforeItIsOnSale() {
        assertThat(history.orders()).allMatch(line -> {
            Instant from = product(line).activeFrom();
            return from == null || !from.isAfter(line.orderedAt());
        });
    }

    @Test
    void showsNothingLatelyThatCannotBeHad() {
        assertThat(history.browsing())
                .filteredOn(line -> line.productId() != null && line.type() == InteractionType.PRODUCT_VIEW)
                .noneMatch(line -> CATALOG.get(line.productId()).archived());
    }

    @Test
    void makesBasketsOfOneToSixProductsOrOneMoreWhenADeviceNeedsIt() {
        Map<String, Long> sizes =
                history.orders().stream().collect(Collectors.groupingBy(OrderLine::orderId, Collectors.counting()));

        assertThat(sizes.values()).allMatch(size -> size >= 1 && size <= 7);
        assertThat(sizes.values()).contains(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void letsEachKindOfShopperBuyInTheDepartmentItLikesBest() {
        for (Archetype archetype : cast.archetypes()) {
            String favourite = archetype.departments().entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
            List<OrderLine> bought = boughtByOnly(archetype);

            assertThat(share(bought, line -> department(line).equalsIgnoreCase(favourite)))
                    .as(archetype.name())
                    .isGreaterThan(0.6);
        }
    }

    @Test
    void letsFavouriteBrandsSellBetterToThoseWhoFavourThem() {
        for (Archetype archetype : cast.archetypes()) {
            double here = share(boughtByOnly(archetype), line -> favours(archetype, line));
            double everywhere = share(history.orders(), line -> favours(archetype, line));

            assertThat(here).as(archetype.name()).isGreaterThan(1.5 * everywhere);
        }
    }

    @Test
    void separatesDearFromCheap() {
        Archetype dear = archetype("Quiet luxury");
        Archetype cheap = archetype("New home");

        assertThat(meanPrice(boughtByOnly(dear))).isGreaterThan(5 * meanPrice(boughtByOnly(cheap)));
    }

    @Test
    void keepsSkinTypesApart() {
        Predicate<OrderLine> oily =
                line -> "oily".equals(product(line).attributes().get("skin_type"));

        assertThat(share(boughtByOnly(archetype("Clear-skin routine")), oily)).isGreaterThan(0.1);
        assertThat(share(boughtByOnly(archetype("Dry-skin ritual")), oily)).isLessThan(0.02);
    }

    @Test
    void letsShoppersKeepTheirSize() {
        Map<String, Set<String>> sizes = new HashMap<>();
        history.orders().stream()
                .filter(line -> List.of("S", "M", "L", "XL")
                        .equals(product(line).options().get("Size")))
                .forEach(line -> sizes.computeIfAbsent(line.customerId(), id -> new HashSet<>())
                        .add(line.options().get("Size")));

        assertThat(sizes.values()).isNotEmpty().allMatch(own -> own.size() == 1);
    }

    @Test
    void sellsAccessoriesWithOrAfterTheirDevices() {
        Map<String, Set<String>> owned = new HashMap<>();
        history.orders()
                .forEach(line -> owned.computeIfAbsent(line.customerId(), id -> new HashSet<>())
                        .add(line.productId()));

        List<OrderLine> accessories = history.orders().stream()
                .filter(line -> !devices(line).isEmpty())
                .toList();

        assertThat(accessories).hasSizeGreaterThan(50);
        assertThat(share(
                        accessories,
                        line -> devices(line).stream()
                                .anyMatch(device -> owned.get(line.customerId()).contains(device))))
                .isGreaterThan(0.9);
    }

    @Test
    void buysGroceriesAgainWhenTheyAreUsedUp() {
        List<Double> rounds = new ArrayList<>();
        Map<String, Instant> last = new HashMap<>();
        for (OrderLine line : history.orders()) {
            String days = product(line).attributes().get("reorder_days");
            Instant before = last.put(line.customerId() + line.productId(), line.orderedAt());
            if (days != null && before != null) {
                rounds.add(Duration.between(before, line.orderedAt()).toHours() / 24.0 / Integer.parseInt(days));
            }
        }

        assertThat(rounds).hasSizeGreaterThan(1_000);
        assertThat(rounds.stream().filter(round -> round >= 0.75).count()).isGreaterThan(rounds.size() * 7L / 10);
    }

    @Test
    void sellsTheSeasonsThings() {
        Predicate<OrderLine> winter =
                line -> "winter".equals(product(line).attributes().get("season"));

        double inWinter = share(inMonths(12, 1, 2), winter);
        double inSummer = share(inMonths(6, 7, 8), winter);

        assertThat(inWinter).isGreaterThan(3 * inSummer);
    }

    @Test
    void cancelsSomeOrders() {
        assertThat(share(history.orders(), line -> line.status() == OrderLine.Status.CANCELLED))
                .isBetween(0.005, 0.05);
    }

    @Test
    void foretellsOrdersByViews() {
        Set<String> viewed = history.browsing().stream()
                .filter(line -> line.type() == InteractionType.PRODUCT_VIEW)
                .map(line -> line.shopperId() + line.productId())
                .collect(Collectors.toSet());
        List<OrderLine> recent = history.orders().stream()
                .filter(line -> line.orderedAt().isAfter(NOW.minus(BrowsingSimulation.RECENT)))
                .toList();

        assertThat(recent).isNotEmpty().allMatch(line -> viewed.contains(line.customerId() + line.productId()));
        assertThat(history.browsing())
                .extracting(BrowsingLine::type)
                .contains(InteractionType.SEARCH, InteractionType.CATEGORY_VIEW, InteractionType.CART_REMOVE);
    }

    @Test
    void makesNothingUpWhenNobodyLikesTheCatalog() {
        List<ProductLine> foreign = CATALOG.values().stream()
                .filter(line -> department(line).equals("Beauty"))
                .toList();
        Cast grocers = new Cast(List.of(archetype("Gadget first")), cast.names(), List.of());

        HistorySimulation.History nothing = new HistorySimulation(grocers, 1, 10, NOW).history(foreign);

        assertThat(nothing.orders()).isEmpty();
        assertThat(nothing.browsing()).isEmpty();
    }

    private static HistorySimulation.History history(long seed, Cast cast, int shoppers) {
        List<ProductLine> lines = CATALOG.values().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        return new HistorySimulation(cast, seed, shoppers, NOW).history(lines);
    }

    private static List<OrderLine> boughtByOnly(Archetype archetype) {
        return BY_ARCHETYPE.computeIfAbsent(
                archetype,
                one -> history(11, new Cast(List.of(one), cast.names(), List.of()), 100)
                        .orders());
    }

    private static Archetype archetype(String name) {
        return cast.archetypes().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ProductLine product(OrderLine line) {
        return CATALOG.get(line.productId());
    }

    private static String department(OrderLine line) {
        return department(product(line));
    }

    private static String department(ProductLine line) {
        return line.categories().get(0).department();
    }

    private static boolean favours(Archetype archetype, OrderLine line) {
        String brand = product(line).brand();
        return brand != null && archetype.brands().containsKey(brand.toLowerCase(Locale.ROOT));
    }

    private static List<String> devices(OrderLine line) {
        String devices = product(line).attributes().get("accessory_of");
        return devices == null ? List.of() : List.of(devices.split(","));
    }

    private static List<OrderLine> inMonths(Integer... months) {
        return history.orders().stream()
                .filter(line -> List.of(months).contains(Calendar.month(line.orderedAt())))
                .toList();
    }

    private static double share(List<OrderLine> lines, Predicate<OrderLine> which) {
        return lines.stream().filter(which).count() / (double) Math.max(1, lines.size());
    }

    private static double meanPrice(List<OrderLine> lines) {
        return lines.stream()
                .mapToDouble(line -> line.unitPrice().doubleValue())
                .average()
                .orElseThrow();
    }
}
