package org.p13n.broadleaf.config;

import java.util.Optional;

/** What a merchandiser can set, with the rule for its values. */
public enum Setting {
    ENABLED("personalization.enabled", "true or false", "true|false"),
    AFFINITY_STRENGTH(
            "personalization.affinity.strength", "a number from 0.0 to 1.0, like 0.5", "0(\\.\\d{1,6})?|1(\\.0{1,6})?"),
    /** Which trained model is shown. */
    MODEL_VERSION("personalization.model.version", "newest or the number of a stored model", "newest|[1-9]\\d{0,17}");

    private final String key;
    private final String rule;
    private final String allowed;

    Setting(String key, String rule, String allowed) {
        this.key = key;
        this.rule = rule;
        this.allowed = allowed;
    }

    /** Its name in the database, which is also the property that holds its default. */
    public String key() {
        return key;
    }

    /** What its values must be, to complete "must be …". */
    public String rule() {
        return rule;
    }

    boolean allows(String value) {
        return value != null && value.matches(allowed);
    }

    static Optional<Setting> of(String key) {
        for (Setting setting : values()) {
            if (setting.key.equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}
