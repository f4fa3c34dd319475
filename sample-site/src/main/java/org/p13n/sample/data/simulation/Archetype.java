package org.p13n.sample.data.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.p13n.sample.data.file.CsvRow;
import org.p13n.sample.data.file.FileFormat;
import org.p13n.sample.data.file.RejectedRowException;

/**
 * One row of {@code archetypes.csv}: a kind of shopper. The data folder's README explains the columns.
 *
 * @param bodyLow where in a list of sizes this kind begins, 0 to 1
 * @param bodyHigh where it ends
 */
record Archetype(
        String name,
        double share,
        double ordersPerYear,
        double basket,
        Map<String, Double> departments,
        Map<String, Double> likes,
        Map<String, Double> brands,
        double priceLevel,
        double bodyLow,
        double bodyHigh,
        double reorder,
        Map<String, Double> months) {

    private static final int LONGEST = 2_000;
    private static final double LARGEST = 1_000;

    static final FileFormat<Archetype> FORMAT = new FileFormat<>(
            "archetypes.csv",
            List.of(
                    "name",
                    "share",
                    "orders_per_year",
                    "basket",
                    "departments",
                    "likes",
                    "brands",
                    "price_level",
                    "body",
                    "reorder",
                    "months"),
            List.of(),
            null,
            Archetype::of);

    private static Archetype of(CsvRow row) throws RejectedRowException {
        String[] body = row.text("body", LONGEST).split("-", -1);
        CsvRow.require(body.length == 2, "body", "must be two numbers", row.raw("body"), "Write it like 0.2-0.7.");
        return new Archetype(
                row.text("name", LONGEST),
                number("share", row.raw("share")),
                number("orders_per_year", row.raw("orders_per_year")),
                number("basket", row.raw("basket")),
                weights(row, "departments"),
                weights(row, "likes"),
                weights(row, "brands"),
                number("price_level", row.raw("price_level")),
                number("body", body[0]),
                number("body", body[1]),
                number("reorder", row.raw("reorder")),
                weights(row, "months"));
    }

    /** One of the archetypes, each as often as its share says. */
    static Archetype drawn(List<Archetype> archetypes, SplittableRandom random) {
        double left = random.nextDouble()
                * archetypes.stream().mapToDouble(Archetype::share).sum();
        for (Archetype archetype : archetypes) {
            left -= archetype.share;
            if (left < 0) {
                return archetype;
            }
        }
        return archetypes.get(archetypes.size() - 1);
    }

    /** How much more or less is ordered in that month (1 to 12) than in an ordinary one. */
    double monthFactor(int month) {
        return months.getOrDefault(String.valueOf(month), 1.0);
    }

    double busiestMonth() {
        return months.values().stream().mapToDouble(Double::doubleValue).reduce(1, Math::max);
    }

    private static Map<String, Double> weights(CsvRow row, String column) throws RejectedRowException {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (String pair : pairs(row.raw(column))) {
            int at = pair.lastIndexOf('=');
            CsvRow.require(at > 0, column, "must be name=number pairs", pair, "Write it like Fashion=2;Beauty=1.");
            String name = pair.substring(0, at).strip().toLowerCase(Locale.ROOT);
            weights.put(name, number(column, pair.substring(at + 1)));
        }
        return weights;
    }

    private static List<String> pairs(String cell) {
        List<String> pairs = new ArrayList<>();
        for (String pair : cell.split(";", -1)) {
            if (!pair.isBlank()) {
                pairs.add(pair.strip());
            }
        }
        return pairs;
    }

    private static double number(String column, String value) throws RejectedRowException {
        try {
            double number = Double.parseDouble(value.strip());
            CsvRow.require(
                    number >= 0 && number <= LARGEST,
                    column,
                    "must be from 0 to " + LARGEST,
                    value,
                    "Correct the number.");
            return number;
        } catch (NumberFormatException e) {
            throw new RejectedRowException(column, "must be a number", value, "Write it like 0.5.");
        }
    }
}
