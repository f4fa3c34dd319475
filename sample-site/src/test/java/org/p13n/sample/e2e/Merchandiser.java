package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Somebody who is logged in to the admin. */
final class Merchandiser extends Visitor {

    static final String SECTION = "/admin/personalization";

    Merchandiser(StoreProcess store, String name, String password) {
        super(store.url());
        Page page = submit(
                get("/admin/login").form("/login_admin_post"), Map.of("j_username", name, "j_password", password));
        assertThat(page.hasForm("/login_admin_post"))
                .as("log-in of %s at %s refused", name, page.address())
                .isFalse();
    }

    static Merchandiser admin(StoreProcess store) {
        return new Merchandiser(store, "admin", "admin");
    }

    Page section() {
        return get(SECTION);
    }

    /** Moves the slider and saves. */
    Page strengthen(String percent) {
        return submit(section().form(SECTION + "/strength"), Map.of("strength", percent));
    }

    void turn(boolean on) {
        if (isOn() != on) {
            submit(section().form(SECTION + "/switch"), Map.of());
        }
        assertThat(isOn()).as("personalization on").isEqualTo(on);
    }

    boolean isOn() {
        return section().document().selectFirst("#p13n-enabled[data-enabled=true]") != null;
    }
}
