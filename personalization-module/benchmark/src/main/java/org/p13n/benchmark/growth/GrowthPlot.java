package org.p13n.benchmark.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Draws {@link Growth}'s rows as a picture: training time and heap over interactions, a line for each size of catalog. */
final class GrowthPlot {
    private static final int WIDTH = 380;
    private static final int HEIGHT = 300;
    private static final int MARGIN = 60;
    private static final int TRAINING = 3;
    private static final int HEAP = 10;
    private static final double LEAST_INTERACTIONS = 5;
    private static final double DECADES = 3;
    private static final List<String> COLOURS = List.of("#1b7f5c", "#2b5fb3", "#b3492b", "#7a3fa0");

    private final StringBuilder svg = new StringBuilder();

    private GrowthPlot() {}

    /** The picture as SVG; rows of failed runs are left out. */
    static String of(List<String> rows) {
        Map<Long, List<double[]>> bySize = new TreeMap<>();
        for (String row : rows) {
            String[] cells = row.replace(",", "").substring(1).split("\\|", -1);
            if (cells.length > HEAP) {
                bySize.computeIfAbsent(Long.parseLong(cells[0].trim()), any -> new ArrayList<>())
                        .add(new double[] {number(cells[1]), number(cells[TRAINING]), number(cells[HEAP])});
            }
        }
        return new GrowthPlot().draw(bySize);
    }

    private static double number(String cell) {
        return Math.max(0.1, Double.parseDouble(cell.trim()));
    }

    private String draw(Map<Long, List<double[]>> bySize) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                2 * (WIDTH + MARGIN) + MARGIN, HEIGHT + 2 * MARGIN);
        panel(MARGIN, "full training, processor seconds", -1, 4, 1, bySize);
        panel(2 * MARGIN + WIDTH, "heap after training, MB", 0, 4, 2, bySize);
        return svg.append("</svg>\n").toString();
    }

    /** One diagram with logarithmic axes, from 10 to the power of {@code low} to that of {@code high}. */
    private void panel(int left, String title, int low, int high, int value, Map<Long, List<double[]>> bySize) {
        add("<text x=\"%d\" y=\"%d\" font-size=\"14\">%s</text>%n", left, MARGIN - 20, title);
        for (int power = low; power <= high; power++) {
            double y = y(power, low, high);
            add("<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/>%n", left, y, WIDTH);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n", left - 6, y + 4, plain(power));
        }
        for (int power = 0; power <= DECADES; power++) {
            double x = left + power / DECADES * WIDTH;
            add("<path d=\"M%.1f %dv%d\" stroke=\"#ddd\"/>%n", x, MARGIN, HEIGHT);
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">10^%.0f interactions</text>%n",
                    x, MARGIN + HEIGHT + 18 + power % 2 * 14, power + LEAST_INTERACTIONS);
        }
        int line = 0;
        for (Map.Entry<Long, List<double[]>> size : bySize.entrySet()) {
            String colour = COLOURS.get(line % COLOURS.size());
            line(left, low, high, value, size.getValue(), colour);
            add(
                    "<text x=\"%d\" y=\"%d\" fill=\"%s\">%,d products</text>%n",
                    left + 8, MARGIN + 16 + 16 * line++, colour, size.getKey());
        }
    }

    private void line(int left, int low, int high, int value, List<double[]> points, String colour) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            double x = left + (Math.log10(point[0]) - LEAST_INTERACTIONS) / DECADES * WIDTH;
            double y = y(Math.log10(point[value]), low, high);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n", x, y, colour);
        }
        add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, colour);
    }

    private static double y(double power, int low, int high) {
        return MARGIN + (1 - (power - low) / (high - low)) * HEIGHT;
    }

    private static String plain(int power) {
        return power < 0 ? "0.1" : String.format(Locale.ROOT, "%,.0f", Math.pow(10, power));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
