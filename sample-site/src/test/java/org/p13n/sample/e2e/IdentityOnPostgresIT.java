package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.p13n.sample.e2e.Running.Which;

/** The same on PostgreSQL, where the tables can be searched while the store runs. */
final class IdentityOnPostgresIT extends Identity {

    private static final String COLUMNS =
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_name LIKE 'p13n\\_%'";

    /** A customer's number is small: in other columns the same number means something else. */
    private static final String WHO =
            COLUMNS + " AND (column_name IN ('shopper_id', 'alias_id') OR data_type NOT IN ('bigint', 'integer'))";

    private final StoreProcess store;
    private final Postgres postgres;

    IdentityOnPostgresIT(@Running(Which.ON_POSTGRES) StoreProcess store, Postgres postgres) {
        super(store);
        this.store = store;
        this.postgres = postgres;
    }

    @Test
    void whoDidNotAnswerIsInNoTable() throws SQLException {
        Shopper shopper = new Shopper(store);
        browsesAndBuys(shopper, "unanswered");
        storesSomethingOfSomebodyElse();

        assertThat(found(COLUMNS, "%" + OwnData.of(shopper).id() + "%")).isEmpty();
        assertThat(found(COLUMNS, "%unanswered%")).as("what was searched for").isEmpty();
        assertThat(shopper.cookie(COOKIE)).isEmpty();
    }

    @Test
    void withGlobalPrivacyControlNothingIsStoredAndNoCookieSet() throws SQLException {
        Shopper shopper = new Shopper(store);
        shopper.wantsPrivacy();
        assertThat(shopper.visit("/").document().select(".p13n-consent")).isEmpty();
        browsesAndBuys(shopper, "undisturbed");
        storesSomethingOfSomebodyElse();

        assertThat(found(COLUMNS, "%" + OwnData.of(shopper).id() + "%")).isEmpty();
        assertThat(found(COLUMNS, "%undisturbed%")).isEmpty();
        assertThat(shopper.cookie(COOKIE)).isEmpty();
    }

    @Test
    void anErasedCustomerIsInNoTable() throws SQLException {
        Shopper shopper = new Shopper(store);
        shopper.agree();
        browsesAndBuys(shopper, "erasable");
        long visitor = OwnData.of(shopper).id();
        String address = "erased-" + System.nanoTime() + "@example.com";
        shopper.register(address);
        browsesAndBuys(shopper, "erasable");
        OwnData data = Polling.until(SECONDS, () -> OwnData.of(shopper), seen -> bought(seen) >= 2);
        long customer = data.id();
        assertThat(found(WHO, "%|" + customer + "|%")).hasSizeGreaterThan(3);
        assertThat(found(COLUMNS, "%erasable%")).isNotEmpty();

        shopper.submit(shopper.visit("/personalization/erase").form("/personalization/erase"), Map.of());
        storesSomethingOfSomebodyElse();

        assertThat(found(COLUMNS, "%|" + visitor + "|%"))
                .as("where he stands as a visitor")
                .isEmpty();
        assertThat(found(WHO, "%|" + customer + "|%"))
                .as("where he stands as a customer")
                .isEmpty();
        assertThat(found(COLUMNS, "%erasable%")).as("what was searched for").isEmpty();
        assertThat(OwnData.of(shopper).isEmpty()).isTrue();
    }

    private static int bought(OwnData data) {
        return data.json().split("\"PURCHASE\"", -1).length - 1;
    }

    private static void browsesAndBuys(Shopper shopper, String term) {
        shopper.search(term);
        shopper.visit("/home-luxury");
        shopper.buy("buyer@example.com", "/home-luxury/stoneware-mug-set-of-4");
    }

    /** When this is in the tables, whatever was on its way there before is there too. */
    private void storesSomethingOfSomebodyElse() {
        String term = "afterwards " + System.nanoTime();
        Shopper other = new Shopper(store);
        other.agree();
        other.search(term);
        assertThat(Polling.until(SECONDS, () -> OwnData.of(other), data -> data.mentions(term))
                        .mentions(term))
                .isTrue();
    }

    /** Every column of every table of the module that holds it; texts are searched with a bar at each end. */
    private List<String> found(String where, String pattern) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(postgres.url())) {
            for (String[] column : columns(connection, where)) {
                try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM " + column[0]
                        + " WHERE '|' || CAST(" + column[1] + " AS TEXT) || '|' LIKE ?")) {
                    query.setString(1, pattern);
                    try (ResultSet rows = query.executeQuery()) {
                        rows.next();
                        if (rows.getLong(1) > 0) {
                            found.add(column[0] + "." + column[1]);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<String[]> columns(Connection connection, String where) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(where);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                columns.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        assertThat(columns).hasSizeGreaterThan(10);
        return columns;
    }
}
