package org.p13n.benchmark.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.p13n.engine.evaluation.Means;

/** The table of a run: printed row by row as it comes, written as a document at the end. */
final class QualityReport {
    private record Row(String protocol, String model, String metric, double value) {}

    private final PrintStream out;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    QualityReport(PrintStream out) {
        this.out = out;
    }

    void row(Protocol protocol, String model, String metric, double value) {
        rows.add(new Row(protocol.name(), model, metric, value));
        out.println(protocol.name() + '\t' + model + '\t' + metric + '\t' + text(value));
    }

    /** Every mean of one model. */
    void rows(Protocol protocol, String model, Means means) {
        means.forEach((metric, value) -> row(protocol, model, metric, value));
    }

    /** A line for people: how something was tuned, or why it is missing. */
    void remark(Protocol protocol, String text) {
        remarks.add("**" + protocol.name() + "** – " + text);
        out.println("# " + protocol.name() + ": " + text);
    }

    /** Writes the document: per protocol a table of the metrics over all cases, and one of the splits. */
    void write(Path file) throws IOException {
        StringBuilder page = new StringBuilder();
        page.append("# Quality\n\n");
        page.append(
                "Written by `mvn -q -Pquality -Dquality.data=FOLDER`; do not edit. `p13n` is the engine with its default\n");
        page.append("settings, the other rows are plain published algorithms on the same cases in the same run.\n");
        for (String protocol : rows.stream().map(Row::protocol).distinct().toList()) {
            List<Row> own =
                    rows.stream().filter(row -> row.protocol.equals(protocol)).toList();
            page.append("\n## ").append(protocol).append("\n");
            table(page, own.stream().filter(row -> !isSplit(row)).toList());
            List<Row> splits = own.stream().filter(QualityReport::isSplit).toList();
            if (!splits.isEmpty()) {
                page.append(
                        "\nBy evidence: interactions of training with the product to be found, or known of the shopper.\n");
                splitTable(page, splits);
            }
        }
        if (!remarks.isEmpty()) {
            page.append("\n## Remarks\n\n");
            remarks.forEach(remark -> page.append("- ").append(remark).append('\n'));
        }
        Files.writeString(file, page);
    }

    private static void table(StringBuilder page, List<Row> rows) {
        List<String> metrics = rows.stream().map(Row::metric).distinct().toList();
        Map<String, Map<String, Double>> models = new LinkedHashMap<>();
        rows.forEach(row ->
                models.computeIfAbsent(row.model, any -> new LinkedHashMap<>()).put(row.metric, row.value));
        head(page, "model", metrics);
        models.forEach((model, values) -> line(page, model, metrics, values));
    }

    private static void splitTable(StringBuilder page, List<Row> rows) {
        List<String> models = rows.stream().map(Row::model).distinct().toList();
        Map<String, Map<String, Double>> metrics = new LinkedHashMap<>();
        rows.forEach(row -> metrics.computeIfAbsent(row.metric, any -> new LinkedHashMap<>())
                .put(row.model, row.value));
        head(page, "metric", models);
        metrics.forEach((metric, values) -> line(page, metric, models, values));
    }

    private static void head(StringBuilder page, String first, List<String> columns) {
        page.append("\n| ").append(first).append(" |");
        columns.forEach(column -> page.append(' ').append(column).append(" |"));
        page.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
    }

    private static void line(StringBuilder page, String first, List<String> columns, Map<String, Double> values) {
        page.append("| ").append(first).append(" |");
        columns.forEach(column -> page.append(' ')
                .append(values.containsKey(column) ? text(values.get(column)) : "")
                .append(" |"));
        page.append('\n');
    }

    private static boolean isSplit(Row row) {
        return row.metric.contains(" product ") || row.metric.contains(" shopper ");
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
