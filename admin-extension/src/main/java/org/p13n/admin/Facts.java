package org.p13n.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.p13n.broadleaf.config.NodeStatus;

/**
 * What the cards at the top say: each text under the name by which page and script know it, and the plain figures
 * behind the texts for whoever reads the JSON.
 */
final class Facts {
    private static final long MILLIS_PER_SECOND = 1_000;
    private static final long RECENT_MILLIS = 600_000;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Words words;
    private final long now;
    private boolean troubled;

    private Facts(Words words, long now) {
        this.words = words;
        this.now = now;
    }

    static Facts of(Figures figures, NodeList nodes, Words words, long now) {
        Facts facts = new Facts(words, now);
        facts.shoppers(figures);
        nodes.latest().ifPresentOrElse(facts::model, facts::noModel);
        facts.queue(nodes);
        facts.problem(nodes.failedLast());
        return facts;
    }

    Map<String, String> texts() {
        return texts;
    }

    Map<String, Object> values() {
        return values;
    }

    /** Whether something failed within the last minutes. */
    boolean troubled() {
        return troubled;
    }

    private void shoppers(Figures figures) {
        long today = ActivityChart.today(figures.days());
        texts.put("today", words.count(today));
        texts.put("interactions", words.say("card.today.all", words.count(figures.interactions())));
        texts.put("shoppers", words.count(figures.shoppersKnown()));
        values.put("interactionsToday", today);
        values.put("interactions", figures.interactions());
        values.put("shoppersKnown", figures.shoppersKnown());
    }

    private void model(NodeStatus node) {
        texts.put("trained", words.ago(node.modelTrainedAt(), now));
        texts.put("version", words.say("card.model.version", words.count(node.modelVersion())));
        texts.put(
                "size",
                words.say("card.model.size", words.count(node.modelItems()), words.size(node.modelSizeBytes())));
        texts.put("training", words.say("card.model.training", words.lasting(node.modelTrainingMillis())));
        values.put("modelVersion", node.modelVersion());
        values.put("modelAgeSeconds", Math.max(0, now - node.modelTrainedAt()) / MILLIS_PER_SECOND);
        values.put("modelItems", node.modelItems());
        values.put("modelSizeBytes", node.modelSizeBytes());
        values.put("trainingMillis", node.modelTrainingMillis());
    }

    private void noModel() {
        texts.put("trained", words.say("model.none"));
        texts.put("version", words.say("card.model.none"));
        texts.put("size", "");
        texts.put("training", "");
        values.put("modelVersion", null);
    }

    private void queue(NodeList nodes) {
        long dropped = nodes.dropped();
        texts.put("waiting", words.count(nodes.waiting()));
        texts.put(
                "dropped",
                dropped == 0
                        ? words.say("card.queue.nothing.lost")
                        : words.say("card.queue.lost", words.count(dropped)));
        values.put("queueDepth", nodes.waiting());
        values.put("queueDropped", dropped);
    }

    private void problem(Optional<NodeStatus> failed) {
        texts.put(
                "problem",
                failed.map(node -> words.ago(node.lastErrorAt(), now)).orElseGet(() -> words.say("card.problem.none")));
        texts.put(
                "problemDetail",
                failed.map(node -> words.problem(node.lastErrorKind()))
                        .orElseGet(() -> words.say("card.problem.fine")));
        values.put("lastErrorKind", failed.map(NodeStatus::lastErrorKind).orElse(null));
        troubled = failed.map(node -> now - node.lastErrorAt() < RECENT_MILLIS).orElse(false);
    }
}
