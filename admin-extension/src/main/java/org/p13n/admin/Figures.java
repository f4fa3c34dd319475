package org.p13n.admin;

import java.util.List;
import org.p13n.broadleaf.config.NodeStatus;
import org.p13n.broadleaf.config.PersonalizationStatus;
import org.p13n.broadleaf.config.PersonalizationStatus.Day;
import org.p13n.broadleaf.config.TrainedModels;
import org.p13n.broadleaf.config.TrainedModels.Trained;
import org.p13n.broadleaf.config.TrainedModels.Training;

/**
 * What the storefront has counted, as it was read at one moment.
 *
 * @param days the last days, the oldest first and today last
 * @param models the stored models, newest first
 */
record Figures(
        long interactions,
        long shoppersKnown,
        List<Day> days,
        List<NodeStatus> nodes,
        List<Trained> models,
        Training training) {
    static final int DAYS = 14;

    static Figures read(PersonalizationStatus status, TrainedModels models) {
        return new Figures(
                status.interactions(),
                status.shoppersKnown(),
                status.days(DAYS),
                status.nodes(),
                models.list(),
                models.training());
    }
}
