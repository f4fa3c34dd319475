package org.p13n.admin;

import java.util.List;
import org.p13n.broadleaf.config.NodeStatus;
import org.p13n.broadleaf.config.PersonalizationStatus;
import org.p13n.broadleaf.config.PersonalizationStatus.Day;

/**
 * What the storefront has counted, as it was read at one moment.
 *
 * @param days the last days, the oldest first and today last
 */
record Figures(long interactions, long shoppersKnown, List<Day> days, List<NodeStatus> nodes) {
    static final int DAYS = 14;

    static Figures read(PersonalizationStatus status) {
        return new Figures(status.interactions(), status.shoppersKnown(), status.days(DAYS), status.nodes());
    }
}
