package org.p13n.broadleaf.config;

import java.util.Map;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.Worker;
import org.p13n.broadleaf.model.ModelChoice;
import org.p13n.broadleaf.ranking.Tuning;

/**
 * What merchandisers have set, as this node knows it: read from the database every second or so. Until it was read, and
 * for what nobody has set, the properties hold; a value that breaks its rule is reported and the last good one stays.
 */
public final class PersonalizationSettings implements Tuning, ModelChoice {
    private static final String NEWEST = "newest";

    private final PersonalizationSettingsStore store;
    private final Failures failures;
    private final Worker worker;
    private final Values byDefault;
    private volatile Values values;

    private record Values(boolean enabled, double strength, String model) {}

    public PersonalizationSettings(
            PersonalizationSettingsStore store,
            boolean enabledByDefault,
            double strengthByDefault,
            long pollMillis,
            Failures failures) {
        this.store = store;
        this.failures = failures;
        byDefault = new Values(enabledByDefault, strengthByDefault, NEWEST);
        values = byDefault;
        worker = new Worker("settings", pollMillis, this::read, failures);
    }

    public void start() {
        worker.start();
    }

    public void stop() {
        worker.stop();
    }

    @Override
    public boolean enabled() {
        return values.enabled();
    }

    @Override
    public double affinityStrength() {
        return values.strength();
    }

    @Override
    public long modelVersion() {
        String version = values.model();
        return version.equals(NEWEST) ? 0 : Long.parseLong(version);
    }

    void read() {
        Map<String, String> stored = store.read();
        Values last = values;
        String enabled = allowed(Setting.ENABLED, stored, byDefault.enabled(), last.enabled());
        String strength = allowed(Setting.AFFINITY_STRENGTH, stored, byDefault.strength(), last.strength());
        String model = allowed(Setting.MODEL_VERSION, stored, byDefault.model(), last.model());
        values = new Values(Boolean.parseBoolean(enabled), Double.parseDouble(strength), model);
    }

    private String allowed(Setting setting, Map<String, String> stored, Object unset, Object lastGood) {
        String value = stored.get(setting.key());
        if (value == null) {
            return unset.toString();
        }
        if (setting.allows(value)) {
            return value;
        }
        failures.report(
                "reading the setting " + setting.key(),
                new IllegalArgumentException("The stored setting " + setting.key() + " must be " + setting.rule()
                        + " but is '" + value + "': save it again in the admin"));
        return lastGood.toString();
    }
}
