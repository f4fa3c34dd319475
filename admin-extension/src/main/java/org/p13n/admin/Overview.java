package org.p13n.admin;

import java.util.List;
import java.util.Map;
import org.p13n.broadleaf.config.PersonalizationSettingsStore.Change;

/**
 * Everything the section shows at one moment, in words; the page and its JSON are two renderings of it.
 *
 * @param enabledChange who turned it on or off last and when
 * @param strength the percentage without its sign
 * @param texts the cards' texts by the name under which page and script know them
 * @param values the figures behind them, for whoever reads the JSON
 * @param running whether any storefront node reports itself
 * @param troubled whether something failed lately
 * @param goneNodes a sentence about nodes that have been silent for long, empty if there are none
 */
record Overview(
        boolean enabled,
        Changed enabledChange,
        String strength,
        Changed strengthChange,
        Map<String, String> texts,
        Map<String, Object> values,
        boolean running,
        boolean troubled,
        List<Node> nodes,
        String goneNodes,
        ActivityChart chart,
        LearnedModels models) {

    /**
     * Who changed something and when.
     *
     * @param exactly the moment, empty while nobody has changed it
     */
    record Changed(String sentence, String exactly) {
        /** @param change null while nobody has changed it */
        static Changed of(String what, Change change, long now, Words words) {
            return change == null
                    ? new Changed(words.say("changed.never"), "")
                    : new Changed(
                            words.say("changed." + what, change.who(), words.ago(change.at(), now)),
                            words.moment(change.at()));
        }
    }

    /** One storefront node, its cells in the order of the table's columns behind the name. */
    record Node(String name, boolean live, List<String> cells) {}
}
