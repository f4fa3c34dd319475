package org.p13n.admin;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.p13n.broadleaf.config.NodeStatus;
import org.p13n.broadleaf.config.PersonalizationStatus.Day;
import org.p13n.broadleaf.config.TrainedModels.Trained;
import org.p13n.broadleaf.config.TrainedModels.Training;
import org.p13n.engine.event.InteractionType;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** Words, days and nodes as tests need them. */
final class Sample {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 14);
    static final long NOW = TODAY.atTime(15, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    static final long REPORT_MILLIS = 2_000;
    static final Training NO_TRAINING = new Training("", "", 0, 0, false, false);

    private Sample() {}

    static Words words() {
        return new Words(messages(), Locale.US, ZoneOffset.UTC);
    }

    static MessageSource messages() {
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:/messages/PersonalizationAdmin");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** The days up to today with so many product views each. */
    static List<Day> days(long... views) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < views.length; i++) {
            days.add(new Day(TODAY.minusDays(views.length - 1L - i), Map.of(InteractionType.PRODUCT_VIEW, views[i])));
        }
        return days;
    }

    /** Trained an hour ago. */
    static Trained model(long version) {
        return new Trained(version, NOW - 3_600_000, "node", 4_200, 90_000, 420, 1_300_000);
    }

    static NodeStatus node(String name, long seenAt) {
        return new NodeStatus(name, seenAt, 17, seenAt - 12_000, 45, 1_300_000, 420, 90_000, 250, 3, 0, null, 0);
    }

    static NodeStatus untrainedNode(String name, long seenAt) {
        return new NodeStatus(name, seenAt, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0);
    }

    static NodeStatus troubledNode(String name, long seenAt, String kind, long failedAt) {
        return new NodeStatus(
                name, seenAt, 17, seenAt - 60_000, 45, 1_300_000, 420, 90_000, 250, 7, 12, kind, failedAt);
    }
}
