package org.p13n.admin;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.p13n.admin.Overview.Changed;
import org.p13n.broadleaf.config.NodeStatus;
import org.p13n.broadleaf.config.PersonalizationStatus;
import org.p13n.broadleaf.config.ShownListOutcomes;
import org.p13n.broadleaf.config.TrainedModels;
import org.springframework.context.MessageSource;

/** Puts the overview together from what the storefront's nodes have stored. */
public final class OverviewReader {
    private final PersonalizationStatus status;
    private final ShownListOutcomes outcomes;
    private final TrainedModels models;
    private final PersonalizationTuning tuning;
    private final MessageSource messages;
    private final long reportMillis;
    private final LongSupplier clock = System::currentTimeMillis;

    /** @param reportMillis how often the nodes report themselves */
    public OverviewReader(
            PersonalizationStatus status,
            ShownListOutcomes outcomes,
            TrainedModels models,
            PersonalizationTuning tuning,
            MessageSource messages,
            long reportMillis) {
        this.status = status;
        this.outcomes = outcomes;
        this.models = models;
        this.tuning = tuning;
        this.messages = messages;
        this.reportMillis = reportMillis;
    }

    Overview read(Locale locale) {
        long now = clock.getAsLong();
        Figures figures = Figures.read(status, models);
        return overview(tuning.now(), figures, NodeList.of(figures.nodes(), reportMillis, now), now, words(locale));
    }

    /** Apart from the rest: it reads many rows, and is not refreshed every few seconds. */
    OutcomeTable outcomes(int days, Locale locale) {
        return OutcomeTable.of(days, outcomes.ofLast(days), words(locale));
    }

    Words words(Locale locale) {
        return new Words(messages, locale, ZoneId.systemDefault());
    }

    static Overview overview(PersonalizationTuning.Now set, Figures figures, NodeList nodes, long now, Words words) {
        Facts facts = Facts.of(figures, nodes, words, now);
        return new Overview(
                set.enabled(),
                Changed.of(set.enabled() ? "on" : "off", set.enabledChange(), now, words),
                set.strength().asPercent(),
                Changed.of("strength", set.strengthChange(), now, words),
                facts.texts(),
                facts.values(),
                !nodes.live().isEmpty(),
                facts.troubled(),
                Stream.concat(
                                nodes.live().stream().map(node -> node(node, "node.live", now, words)),
                                nodes.silent().stream().map(node -> node(node, "node.silent", now, words)))
                        .toList(),
                nodes.gone() == 0 ? "" : words.say("nodes.gone", nodes.gone()),
                ActivityChart.of(figures.days(), words),
                LearnedModels.of(set, figures, nodes, now, words));
    }

    private static Overview.Node node(NodeStatus node, String state, long now, Words words) {
        boolean learned = node.modelTrainedAt() > 0;
        return new Overview.Node(
                node.name(),
                state.equals("node.live"),
                List.of(
                        words.say(state, words.ago(node.seenAt(), now)),
                        learned ? words.count(node.modelVersion()) : "",
                        learned ? words.ago(node.modelTrainedAt(), now) : words.say("model.none"),
                        learned ? words.lasting(node.modelTrainingMillis()) : "",
                        learned ? words.size(node.modelSizeBytes()) : "",
                        words.count(node.shoppersCached()),
                        words.count(node.queueDepth()),
                        words.count(node.queueDropped())));
    }
}
