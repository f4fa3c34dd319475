package org.p13n.broadleaf.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.TimedWork;
import org.p13n.engine.event.Interaction;

class SlowProfileTest {
    private static final long ANNA = 7;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final Failures failures = new Failures();
    private final ShopDatabase shop = new ShopDatabase();
    private final InteractionTable interactions = new InteractionTable(shop.platform(), new InteractionIds(), failures);
    private final TimedWork loader = new TimedWork(1, failures, clock::get);
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void stop() {
        answer.countDown();
        loader.stop();
    }

    @Test
    void requestsOfOneShopperWaitForOneRead() throws Exception {
        CachedProfile profile = new CachedProfile(ANNA);
        Future<?> reading = profile.reading(() -> loader.start(this::slowly));
        assertThat(loader.done(reading)).isFalse();
        assertThat(profile.reading(() -> loader.start(this::slowly))).isSameAs(reading);
        answer.countDown();
        reading.get();
        assertThat(profile.reading(() -> loader.start(this::slowly))).isNotSameAs(reading);
    }

    @Test
    void aProfileThatComesTooLateIsThereForTheNextRequest() throws Exception {
        interactions.insert(List.of(Interaction.productView(ANNA, 11, clock.get())));
        ShopperProfiles profiles = new ShopperProfiles(
                shop.platform(),
                new ProfileTable(shop.platform()),
                interactions,
                new CatalogFacts(shop.platform(), 60_000, failures),
                100,
                0,
                500,
                () -> false,
                failures,
                clock::get);
        profiles.profile(new Shopper(ANNA, false));
        assertThat(profiles.cached()).isEqualTo(1);
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (profiles.profile(new Shopper(ANNA, false)).isEmpty()) {
                clock.addAndGet(5_000);
                Thread.yield();
            }
        });
        assertThat(profiles.profile(new Shopper(ANNA, false)).recentlyViewed()).containsExactly(11);
        profiles.stop();
    }

    private void slowly() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
