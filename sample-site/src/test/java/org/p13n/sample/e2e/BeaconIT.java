package org.p13n.sample.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.p13n.sample.e2e.Running.Which;

/**
 * The beacon over real HTTP: what a page of the shop says counts, and nothing that anybody else sends does any harm.
 * {@code -Dbeacon.fuzz=1000000} sends that many malformed bodies.
 */
@ExtendWith(SharedStores.class)
final class BeaconIT {

    private static final String BEACON = "/p13n/beacon";
    private static final int BODIES = Integer.getInteger("beacon.fuzz", 20_000);
    private static final Duration SECONDS = Duration.ofSeconds(10);

    private final StoreProcess store;
    private final Shopper shopper;
    private final String origin;

    BeaconIT(@Running(Which.QUIET) StoreProcess store) {
        this.store = store;
        shopper = new Shopper(store);
        origin = store.url().toString().replaceFirst("/$", "");
    }

    @Test
    void aShoppersOwnReportCountsAndASecondOneDoesNot() {
        Page home = shopper.visit("/");
        String list = home.document().selectFirst("[data-p13n-list]").attr("data-p13n-list");
        long before = counter("interactions_recorded");
        long ignored = counter("beacon_lines_ignored");

        report(home, "s " + list + " 2\nc " + list + " 1\nc " + list + " 1\nc " + list + " 99");

        assertThat(Polling.until(SECONDS, () -> counter("beacon_lines_ignored"), now -> now == ignored + 2))
                .isEqualTo(ignored + 2);
        assertThat(counter("interactions_recorded")).isEqualTo(before + 2);
    }

    @Test
    void nobodyCanSpeakOfAListThatSomebodyElseWasShown() {
        String list = new Shopper(store)
                .visit("/")
                .document()
                .selectFirst("[data-p13n-list]")
                .attr("data-p13n-list");
        Page home = shopper.visit("/");
        long before = counter("interactions_recorded");
        long ignored = counter("beacon_lines_ignored");

        report(home, "c " + list + " 1");

        Polling.until(SECONDS, () -> counter("beacon_lines_ignored"), now -> now > ignored);
        assertThat(counter("interactions_recorded")).isEqualTo(before);
    }

    @Test
    void anotherSiteIsNotHeard() {
        Page home = shopper.visit("/");
        long taken = counter("beacons_taken");
        byte[] body = ("1 " + token(home)).getBytes(StandardCharsets.UTF_8);

        assertThat(shopper.send(BEACON, body, "https://evil.example").status()).isEqualTo(204);
        assertThat(shopper.send(BEACON, body, null).status()).isEqualTo(204);
        assertThat(shopper.get(BEACON).status()).isEqualTo(204);

        assertThat(counter("beacons_taken")).isEqualTo(taken);
    }

    @Test
    void anyNumberOfMalformedBodiesIsAnsweredAlikeAndLeavesNothing() {
        String token = token(shopper.visit("/"));
        long recorded = counter("interactions_recorded");
        long failures = Health.of(store).number("failures");
        SplittableRandom random = new SplittableRandom(20_240_607);
        for (int i = 0; i < BODIES; i++) {
            Page answer = shopper.send(BEACON, malformed(random, token), origin);
            if (answer.status() != 204 || !answer.body().isEmpty()) {
                throw new AssertionError("Body " + i + " was answered " + answer.status() + ": " + answer.body());
            }
        }
        assertThat(counter("interactions_recorded")).isEqualTo(recorded);
        assertThat(Health.of(store).number("failures")).isEqualTo(failures);
        assertThat(shopper.visit("/").status()).isEqualTo(200);
    }

    private static byte[] malformed(SplittableRandom random, String token) {
        byte[] noise = new byte[random.nextInt(random.nextInt(50) == 0 ? 12_000 : 300)];
        random.nextBytes(noise);
        String text = new String(noise, StandardCharsets.ISO_8859_1);
        return switch (random.nextInt(4)) {
            case 0 -> noise;
            case 1 -> ("1 " + token + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case 2 ->
                ("1 " + token + "\ns " + random.nextLong() + " " + random.nextInt()).getBytes(StandardCharsets.UTF_8);
            default ->
                ("1 " + token + "\nd " + random.nextInt(1_000_000, Integer.MAX_VALUE)
                                + " 5\n".repeat(random.nextInt(80)))
                        .getBytes(StandardCharsets.UTF_8);
        };
    }

    private void report(Page page, String lines) {
        byte[] body = ("1 " + token(page) + "\n" + lines).getBytes(StandardCharsets.UTF_8);
        assertThat(shopper.send(BEACON, body, origin).status()).isEqualTo(204);
    }

    private static String token(Page page) {
        return page.document().selectFirst("script[data-p13n-token]").attr("data-p13n-token");
    }

    private long counter(String name) {
        return Health.of(store).number(name);
    }
}
