package org.p13n.admin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The overview as the maps and lists that become its JSON: the same texts as on the page, and plain figures. */
final class OverviewJson {
    private OverviewJson() {}

    static Map<String, Object> of(Overview overview) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("enabled", overview.enabled());
        json.put("enabledChange", overview.enabledChange().sentence());
        json.put("strength", overview.strength());
        json.put("strengthChange", overview.strengthChange().sentence());
        json.put("running", overview.running());
        json.put("troubled", overview.troubled());
        json.put("values", overview.values());
        json.put("texts", overview.texts());
        json.put("nodes", overview.nodes().stream().map(OverviewJson::node).toList());
        json.put("goneNodes", overview.goneNodes());
        json.put("days", overview.chart().days().stream().map(OverviewJson::day).toList());
        json.put(
                "activity",
                overview.chart().rows().stream().map(OverviewJson::row).toList());
        json.put("models", models(overview.models()));
        return json;
    }

    private static Map<String, Object> models(LearnedModels models) {
        LearnedModels.Progress progress = models.progress();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", models.key());
        json.put("change", models.change().sentence());
        json.put("training", progress.sentence());
        json.put("askable", progress.askable());
        json.put("stoppable", progress.stoppable());
        json.put("phase", progress.training().phase());
        json.put("done", progress.training().done());
        json.put("total", progress.training().total());
        json.put(
                "rows",
                models.rows().stream()
                        .map(row -> Map.of("version", row.number(), "shown", row.shown(), "cells", row.cells()))
                        .toList());
        return json;
    }

    private static Map<String, Object> node(Overview.Node node) {
        return Map.of("name", node.name(), "live", node.live(), "cells", node.cells());
    }

    private static Map<String, Object> day(ActivityChart.DayLabel day) {
        return Map.of("date", day.date(), "weekday", day.weekday(), "dayOfMonth", day.dayOfMonth());
    }

    private static Map<String, Object> row(ActivityChart.Row row) {
        List<Map<String, Object>> bars =
                row.bars().stream().map(OverviewJson::bar).toList();
        return Map.of("type", row.type().name(), "today", row.today(), "sum", row.sum(), "bars", bars);
    }

    private static Map<String, Object> bar(ActivityChart.Bar bar) {
        return Map.of("count", bar.count(), "height", bar.height(), "text", bar.text(), "inFull", bar.inFull());
    }
}
