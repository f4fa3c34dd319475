package org.p13n.broadleaf.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.ShopperIds;
import org.p13n.engine.profile.ShopperProfile;

class ShopperProfilesTest {
    private static final long COFFEE = 3;
    private static final Shopper ANNA = new Shopper(7, false);
    private static final Shopper VISITOR = new Shopper(8, false);

    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final InteractionTable interactions = new InteractionTable(shop.platform(), new InteractionIds(), failures);
    private final CatalogFacts catalog = new CatalogFacts(shop.platform(), 60_000, failures);
    private ShopperProfiles profiles;

    @BeforeEach
    void fillTheShop() {
        shop.category(COFFEE, "Coffee", null);
        for (long id = 11; id <= 20; id++) {
            shop.product(id, "Product " + id, "Daybreak", COFFEE);
        }
        catalog.refresh();
        profiles = newNode(100);
    }

    @Test
    void showsWhatHappenedAtOnce() {
        view(ANNA, 11);
        assertThat(affinity(profiles, ANNA)).isPositive();
        assertThat(profiles.profile(ANNA).recentlyViewed()).containsExactly(11);
    }

    @Test
    void learnsFromACategoryView() {
        profiles.happened(ANNA, Interaction.categoryView(ANNA.id(), COFFEE, clock.get()));
        assertThat(affinity(profiles, ANNA)).isPositive();
    }

    @Test
    void isThereAgainAfterARestart() {
        view(ANNA, 11);
        profiles.save();
        assertThat(newNode(100).profile(ANNA).recentlyViewed()).containsExactly(11);
    }

    @Test
    void isBuiltFromTheStoredInteractionsWhenThereIsNone() {
        interactions.insert(List.of(
                Interaction.productView(ANNA.id(), 11, clock.get() - 2),
                Interaction.purchase(ANNA.id(), 12, 1, 99, clock.get() - 1)));
        assertThat(profiles.profile(ANNA).recentlyBought()).containsExactly(12);
        assertThat(affinity(profiles, ANNA)).isPositive();
    }

    @Test
    void asksTheDatabaseNothingForAShopperWhoIsNew() {
        shop.goAway();
        assertThat(profiles.profile(new Shopper(9, true)).isEmpty()).isTrue();
        assertThat(failures.count()).isZero();
    }

    @Test
    void keepsWithinItsBoundAndForgetsNothingThatIsNotStored() {
        ShopperProfiles small = newNode(3);
        for (long shopper = 1; shopper <= 6; shopper++) {
            small.happened(new Shopper(shopper, false), Interaction.productView(shopper, 11, clock.get()));
        }
        assertThat(small.cached()).isEqualTo(6);
        small.save();
        assertThat(small.cached()).isEqualTo(3);
        assertThat(shop.count("P13N_PROFILE")).isEqualTo(6);
        assertThat(small.profile(new Shopper(1, false)).recentlyViewed()).containsExactly(11);
    }

    @Nested
    class WithoutConsent {
        private final Shopper session = new Shopper(ShopperIds.session(8), false);

        @Test
        void isKeptInMemoryOnly() {
            view(session, 11);
            profiles.save();
            assertThat(profiles.profile(session).recentlyViewed()).containsExactly(11);
            assertThat(shop.count("P13N_PROFILE")).isZero();
        }

        @Test
        void isAddedToTheStoredProfileOfAShopperWhoAgreesLater() {
            view(ANNA, 11);
            view(session, 12);
            profiles.merge(session.id(), ANNA.id());
            profiles.save();
            assertThat(newNode(100).profile(ANNA).recentlyViewed()).containsExactlyInAnyOrder(11, 12);
            assertThat(profiles.profile(session).isEmpty()).isTrue();
        }

        @Test
        void takesNothingFromAStoredProfile() {
            view(ANNA, 11);
            profiles.merge(ANNA.id(), session.id());
            assertThat(profiles.profile(session).isEmpty()).isTrue();
            assertThat(profiles.profile(ANNA).isEmpty()).isFalse();
        }
    }

    @Test
    void forgetsAShopperOnDemand() {
        view(ANNA, 11);
        view(VISITOR, 12);
        profiles.forgotten(id -> id == ANNA.id(), clock.get());
        profiles.save();
        assertThat(profiles.profile(ANNA).isEmpty()).isTrue();
        assertThat(profiles.profile(VISITOR).isEmpty()).isFalse();
        assertThat(shop.count("P13N_PROFILE")).isEqualTo(1);
    }

    @Nested
    class WhenStoredInTheBackground {
        @Test
        void aPurchaseReachesAProfileThatIsNotCached() {
            view(ANNA, 11);
            profiles.save();
            ShopperProfiles other = newNode(100);
            other.stored(List.of(Interaction.purchase(ANNA.id(), 12, 1, 99, clock.get())), true);
            other.save();
            assertThat(newNode(100).profile(ANNA).recentlyBought()).containsExactly(12);
        }

        @Test
        void aPurchaseOfAShopperWithoutAProfileWaitsUntilItIsBuilt() {
            Interaction purchase = Interaction.purchase(ANNA.id(), 12, 1, 99, clock.get());
            interactions.insert(List.of(purchase));
            profiles.stored(List.of(purchase), true);
            assertThat(profiles.cached()).isZero();
            assertThat(profiles.profile(ANNA).interactionCount()).isEqualTo(1);
        }

        @Test
        void whatAnotherNodeSawChangesACachedProfileAndIsStoredByThatNode() {
            view(ANNA, 11);
            profiles.save();
            profiles.stored(List.of(Interaction.productView(ANNA.id(), 12, clock.get() + 1)), false);
            assertThat(profiles.profile(ANNA).recentlyViewed()).containsExactly(12, 11);
            profiles.save();
            assertThat(newNode(100).profile(ANNA).recentlyViewed()).containsExactly(11);
        }
    }

    @Nested
    class AtLogIn {
        @Test
        void theVisitorsProfileIsAddedToTheCustomers() {
            view(ANNA, 11);
            view(VISITOR, 12);
            profiles.merge(VISITOR.id(), ANNA.id());
            assertThat(profiles.profile(ANNA).recentlyViewed()).containsExactlyInAnyOrder(11, 12);
            assertThat(profiles.profile(VISITOR).isEmpty()).isTrue();
        }

        @Test
        void mergingAgainChangesNothing() {
            view(ANNA, 11);
            view(VISITOR, 12);
            profiles.save();
            profiles.merge(VISITOR.id(), ANNA.id());
            profiles.save();
            String once = profiles.profile(ANNA).encode();
            profiles.merge(VISITOR.id(), ANNA.id());
            profiles.save();
            assertThat(profiles.profile(ANNA).encode()).isEqualTo(once);
            assertThat(shop.count("P13N_PROFILE")).isEqualTo(1);
        }
    }

    @Nested
    class WhenSomethingFails {
        @Test
        void anEmptyProfileStandsInWhileTheDatabaseIsAwayAndItIsNotAskedAllTheTime() {
            shop.goAway();
            assertThat(profiles.profile(ANNA).isEmpty()).isTrue();
            assertThat(profiles.profile(ANNA).isEmpty()).isTrue();
            assertThat(failures.count()).isEqualTo(1);
            shop.comeBack();
            interactions.insert(List.of(Interaction.productView(ANNA.id(), 11, clock.get())));
            clock.addAndGet(5_000);
            assertThat(profiles.profile(ANNA).isEmpty()).isFalse();
        }

        @Test
        void aLogInWhileTheDatabaseIsAwayLosesNeitherProfileAndIsMergedLater() {
            view(ANNA, 11);
            profiles.save();
            ShopperProfiles node = newNode(100);
            node.happened(VISITOR, Interaction.productView(VISITOR.id(), 12, clock.get()));
            shop.goAway();
            node.merge(VISITOR.id(), ANNA.id());
            assertThatThrownBy(node::save).isInstanceOf(RuntimeException.class);
            shop.comeBack();
            clock.addAndGet(5_000);

            node.save();

            assertThat(node.profile(ANNA).recentlyViewed()).containsExactlyInAnyOrder(11, 12);
            assertThat(node.profile(VISITOR).isEmpty()).isTrue();
            node.save();
            assertThat(newNode(100).profile(ANNA).recentlyViewed()).containsExactlyInAnyOrder(11, 12);
        }

        @Test
        void memoryStaysBoundedHoweverLongItCannotBeStored() {
            ShopperProfiles small = newNode(3);
            for (long shopper = 1; shopper <= 50; shopper++) {
                small.happened(new Shopper(shopper, true), Interaction.productView(shopper, 11, clock.get()));
            }
            assertThat(small.cached()).isLessThanOrEqualTo(7);
        }

        @Test
        void whatCouldNotBeStoredIsStoredLater() {
            view(ANNA, 11);
            shop.goAway();
            assertThatThrownBy(profiles::save).isInstanceOf(RuntimeException.class);
            shop.comeBack();
            profiles.save();
            assertThat(shop.count("P13N_PROFILE")).isEqualTo(1);
        }

        @Test
        void aProfileThatCannotBeReadIsBuiltAgain() {
            interactions.insert(List.of(Interaction.productView(ANNA.id(), 11, clock.get())));
            shop.run(
                    "INSERT INTO P13N_PROFILE (SHOPPER_ID, PROFILE, UPDATED_AT, REVISION) VALUES (7, 'rubbish', 0, 1)");
            assertThat(profiles.profile(ANNA).recentlyViewed()).containsExactly(11);
            assertThat(failures.last().kind()).startsWith("reading a stored profile");
        }
    }

    private ShopperProfiles newNode(int capacity) {
        return new ShopperProfiles(
                new ProfileTable(shop.platform()), interactions, catalog, capacity, 500, failures, clock::get);
    }

    private void view(Shopper shopper, long product) {
        profiles.happened(shopper, Interaction.productView(shopper.id(), product, clock.incrementAndGet()));
    }

    private double affinity(ShopperProfiles from, Shopper shopper) {
        ShopperProfile profile = from.profile(shopper);
        return profile.categoryAffinity(COFFEE, clock.get());
    }
}
