package org.p13n.broadleaf.config;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The table of what merchandisers have set; read and written by {@link PersonalizationSettingsStore}. */
@Entity
@Table(name = "P13N_SETTING")
public class SettingRow {
    @Id
    @Column(name = "NAME", length = 100)
    private String name;

    @Column(name = "SETTING_VALUE", nullable = false, length = 1000)
    private String value;

    @Column(name = "CHANGED_AT", nullable = false)
    private long changedAt;

    @Column(name = "CHANGED_BY", nullable = false, length = 100)
    private String changedBy;

    protected SettingRow() {}
}
