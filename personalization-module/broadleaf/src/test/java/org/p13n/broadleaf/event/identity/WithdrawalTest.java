package org.p13n.broadleaf.event.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.broadleaf.profile.ProfileTable;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;

/** A customer takes his consent back on one of two nodes, both of which keep real profiles. */
class WithdrawalTest {
    private static final long CUSTOMER = 500;
    private static final long PRODUCT = 11;

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final Node node = new Node(shop, ConsentMode.OPT_IN, clock::get);
    private final Node other = new Node(shop, ConsentMode.OPT_IN, clock::get);
    private final ShopperProfiles profiles = profilesOf(node);
    private final ShopperProfiles othersProfiles = profilesOf(other);
    private final Browser browser = new Browser(9_001);

    private ShopperProfiles profilesOf(Node one) {
        return new ShopperProfiles(
                shop.platform(),
                new ProfileTable(shop.platform()),
                one.interactions,
                new CatalogFacts(shop.platform(), 60_000, failures),
                100,
                10_000,
                500,
                () -> true,
                failures);
    }

    @AfterEach
    void end() {
        BroadleafRequestContext.setBroadleafRequestContext(null);
        profiles.stop();
        othersProfiles.stop();
    }

    @Test
    void leavesNoProfileAndItsOwnRecord() {
        remember();
        assertThat(shop.count("P13N_PROFILE")).isEqualTo(1);

        node.consent.withdraw(browser.request, browser.response);

        assertThat(shop.count("P13N_PROFILE")).isZero();
        assertThat(storedTypes()).containsExactly(InteractionType.CONSENT_WITHDRAWN);
        assertThat(profiles.profile(new Shopper(CUSTOMER, false)).isEmpty()).isTrue();
        assertThat(failures.count()).isZero();
    }

    @Test
    void nothingIsStoredOfHimByANodeThatHasNotHeardYet() {
        remember();
        node.consent.withdraw(browser.request, browser.response);

        other.interactions.insert(List.of(Interaction.productView(CUSTOMER, PRODUCT, clock.incrementAndGet())));
        other.worker.run();

        assertThat(storedTypes()).containsExactly(InteractionType.CONSENT_WITHDRAWN);
        assertThat(shop.count("P13N_PROFILE")).isZero();
        assertThat(othersProfiles.profile(new Shopper(CUSTOMER, false)).isEmpty())
                .isTrue();
    }

    private void remember() {
        browser.logIn(CUSTOMER);
        node.agrees(browser);
        node.store();
        for (Node one : List.of(node, other)) {
            one.interactions.insert(List.of(Interaction.productView(CUSTOMER, PRODUCT, clock.incrementAndGet())));
        }
        node.page(browser);
    }

    private List<InteractionType> storedTypes() {
        return node.interactions.lastOf(CUSTOMER, 10).stream()
                .map(Interaction::type)
                .toList();
    }
}
