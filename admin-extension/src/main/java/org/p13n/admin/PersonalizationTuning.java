package org.p13n.admin;

import java.util.Map;
import org.p13n.broadleaf.config.PersonalizationSettingsStore;
import org.p13n.broadleaf.config.PersonalizationSettingsStore.Change;
import org.p13n.broadleaf.config.Setting;

/** What merchandisers can change, as it stands now and with who changed it last. */
public final class PersonalizationTuning {
    /** What is set instead of a version while the newest trained model is shown. */
    static final String NEWEST = "newest";

    private final PersonalizationSettingsStore store;
    private final boolean enabledByDefault;
    private final Strength strengthByDefault;

    /**
     * What is set now.
     *
     * @param enabledChange the last change of the switch, null while nobody has touched it
     * @param strengthChange the last change of the strength, null while nobody has touched it
     * @param model the version of the trained model that is shown, or {@value #NEWEST}
     * @param modelChange the last change of that, null while nobody has touched it
     */
    record Now(
            boolean enabled,
            Change enabledChange,
            Strength strength,
            Change strengthChange,
            String model,
            Change modelChange) {}

    public PersonalizationTuning(
            PersonalizationSettingsStore store, boolean enabledByDefault, double strengthByDefault) {
        this.store = store;
        this.enabledByDefault = enabledByDefault;
        this.strengthByDefault = Strength.ofShare(strengthByDefault);
    }

    Now now() {
        Map<String, Change> changes = store.changes();
        Change enabled = changes.get(Setting.ENABLED.key());
        Change strength = changes.get(Setting.AFFINITY_STRENGTH.key());
        Change model = changes.get(Setting.MODEL_VERSION.key());
        return new Now(
                enabled == null ? enabledByDefault : Boolean.parseBoolean(enabled.value()),
                enabled,
                strength == null
                        ? strengthByDefault
                        : Strength.stored(strength.value()).orElse(strengthByDefault),
                strength,
                model == null ? NEWEST : model.value(),
                model);
    }

    /** Turns personalization on or off; what somebody set so already stays that somebody's change. */
    void turn(boolean on, String who) {
        set(Setting.ENABLED, Boolean.toString(on), who);
    }

    /** Sets the strength; what somebody set so already stays that somebody's change. */
    void strengthen(Strength strength, String who) {
        set(Setting.AFFINITY_STRENGTH, strength.asShare(), who);
    }

    /**
     * Shows a stored model as it was when it was trained, or the newest again; what somebody set so already stays that
     * somebody's change.
     *
     * @param version the number of a model, or {@value #NEWEST}
     */
    void show(String version, String who) {
        set(Setting.MODEL_VERSION, version, who);
    }

    private void set(Setting setting, String value, String who) {
        Change last = store.changes().get(setting.key());
        if (last == null || !last.value().equals(value)) {
            store.save(setting.key(), value, who);
        }
    }
}
