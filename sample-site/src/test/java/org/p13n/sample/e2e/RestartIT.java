package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.p13n.sample.e2e.Running.Which;

/** Stopping and starting. Ends the shared sample store, so it comes late. */
@ExtendWith(SharedStores.class)
@Order(RestartIT.LATE)
final class RestartIT {

    /** After all tests that use the sample store. */
    static final int LATE = Integer.MAX_VALUE - 1;

    private static final String STARTED = "Started in ";
    private static final String CATEGORY = "/grocery/pantry";
    private static final String BRAND = "Pantrymost";

    /** A JVM that ended by SIGTERM says so, one that exits by itself says 0. */
    private static final List<Integer> CLEAN = List.of(0, 143);

    private final StoreProcess first;

    RestartIT(@Running(Which.SAMPLE) StoreProcess first) {
        this.first = first;
    }

    @Test
    void whatShoppersDidSurvivesARestartAndEndsWithAReset() {
        String address = "regular-" + System.nanoTime() + "@example.com";
        Shopper shopper = new Shopper(first);
        shopper.agree();
        shopper.visit(CATEGORY).listing().cards().stream()
                .filter(card -> card.brand().equals(BRAND))
                .limit(5)
                .forEach(card -> shopper.visit(card.url()));
        shopper.register(address);
        String order = shopper.buy(address, "/home-luxury/stoneware-mug-set-of-4");

        assertThat(first.stop()).isIn(CLEAN);

        try (StoreProcess second = StoreProcess.start(StoreCommand.on("sample").withMemory(1024))) {
            keepsWhatThereWas(second, address, order);
            isTheOnlyOneOnItsData(second);
            assertThat(second.stop()).isIn(CLEAN);
        }
        startsClean(address);
    }

    private void keepsWhatThereWas(StoreProcess second, String address, String order) {
        System.out.println("First start: " + seconds(first) + " s, second start: " + seconds(second) + " s");
        assertThat(Health.of(second).number("modelInteractions")).isPositive();
        Shopper shopper = new Shopper(second);
        shopper.logIn(address, Shopper.PASSWORD);
        assertThat(shopper.orders()).containsExactly(order);
        double forStranger =
                new Shopper(second).visit(CATEGORY).listing().meanPlaceOf(BRAND).orElseThrow();
        assertThat(shopper.visit(CATEGORY).listing().meanPlaceOf(BRAND).orElseThrow())
                .as("mean place of %s", BRAND)
                .isLessThan(forStranger);
    }

    private static void isTheOnlyOneOnItsData(StoreProcess running) {
        StoreProcess other = StoreProcess.startInVain(
                StoreCommand.fresh("second-on-sample")
                        .with("data", running.command().data().toString()),
                Duration.ofSeconds(30));

        assertThat(other.errors()).singleElement().asString().startsWith("Store cannot start: ");
        assertThat(other.exitCode()).isNotZero();
    }

    private static void startsClean(String address) {
        try (StoreProcess third = StoreProcess.start(
                StoreCommand.on("sample").with("reset", "true").with("history", "none"))) {
            Visitor visitor = new Visitor(third.url());
            Page page = visitor.submit(
                    visitor.get("/login").form("/login_post"),
                    java.util.Map.of("j_username", address, "j_password", Shopper.PASSWORD));
            assertThat(page.notice()).contains("do not belong together");
            assertThat(Health.of(third).number("interactionsStored")).isZero();
            assertThat(new Shopper(third).visit(CATEGORY).listing().total()).isPositive();
        }
    }

    private static int seconds(StoreProcess store) {
        return store.output().stream()
                .filter(line -> line.startsWith(STARTED))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }
}
