package org.p13n.broadleaf.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
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
        profiles = newNode(100, interactions);
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
        assertThat(newNode(100).profile(ANNA).recentlyViewed()).containsExactly(11);
    }

    @Test
    void isStoredInTheTransactionThatStoresTheInteractions() {
        view(ANNA, 11);
        long revision = revision(ANNA);
        Interaction next = Interaction.productView(ANNA.id(), 12, clock.incrementAndGet());
        profiles.happened(ANNA, next);
        assertThatThrownBy(() -> shop.platform().inTransaction(() -> {
                    interactions.insert(List.of(next));
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(revision(ANNA)).isEqualTo(revision);
        assertThat(profiles.profile(ANNA).recentlyViewed()).containsExactly(12, 11);
        interactions.insert(List.of(next));
        assertThat(revision(ANNA)).isEqualTo(revision + 1);
        assertThat(profiles.profile(ANNA).interactionCount()).isEqualTo(2);
        assertThat(newNode(100).profile(ANNA).interactionCount()).isEqualTo(2);
    }

    @Test
    void isBuiltFromTheStoredInteractionsWhenThereIsNone() {
        olderModule()
                .insert(List.of(
                        Interaction.productView(ANNA.id(), 11, clock.get() - 2),
                        Interaction.purchase(ANNA.id(), 12, 1, 99, clock.get() - 1)));
        assertThat(profiles.profile(ANNA).recentlyBought()).containsExactly(12);
        assertThat(affinity(profiles, ANNA)).isPositive();
        view(ANNA, 13);
        assertThat(newNode(100).profile(ANNA).interactionCount()).isEqualTo(3);
    }

    @Test
    void asksTheDatabaseNothingForAShopperWhoIsNew() {
        shop.goAway();
        assertThat(profiles.profile(new Shopper(9, true)).isEmpty()).isTrue();
        assertThat(failures.count()).isZero();
    }

    @Test
    void keepsWithinItsBoundAndForgetsNothingThatIsNotStored() {
        InteractionTable table = new InteractionTable(shop.platform(), new InteractionIds(), failures);
        ShopperProfiles small = newNode(3, table);
        List<Interaction> all = new ArrayList<>();
        for (long shopper = 1; shopper <= 6; shopper++) {
            all.add(Interaction.productView(shopper, 11, clock.get()));
            small.happened(new Shopper(shopper, false), all.get(all.size() - 1));
        }
        small.tidy();
        assertThat(small.cached()).isEqualTo(6);
        table.insert(all);
        small.tidy();
        assertThat(small.cached()).isEqualTo(3);
        assertThat(shop.count("P13N_PROFILE")).isEqualTo(6);
        assertThat(small.profile(new Shopper(1, false)).recentlyViewed()).containsExactly(11);
    }

    @Nested
    class WithoutConsent {
        private final Shopper session = new Shopper(ShopperIds.session(8), false);

        @Test
        void isKeptInMemoryOnly() {
            profiles.happened(session, Interaction.productView(session.id(), 11, clock.get()));
            profiles.tidy();
            assertThat(profiles.profile(session).recentlyViewed()).containsExactly(11);
            assertThat(shop.count("P13N_PROFILE")).isZero();
        }

        @Test
        void isAddedToTheStoredProfileOfAShopperWhoAgreesLater() {
            view(ANNA, 11);
            profiles.happened(session, Interaction.productView(session.id(), 12, clock.incrementAndGet()));
            profiles.merge(session.id(), ANNA.id());
            assertThat(profiles.profile(ANNA).recentlyViewed()).containsExactly(12, 11);
            profiles.tidy();
            profiles.tidy();
            assertThat(newNode(100).profile(ANNA).recentlyViewed()).containsExactly(12, 11);
            assertThat(profiles.profile(ANNA).interactionCount()).isEqualTo(2);
            assertThat(profiles.profile(session).isEmpty()).isTrue();
        }

        @Test
        void isAddedToANewShopperOfWhomNothingIsStored() {
            profiles.happened(session, Interaction.productView(session.id(), 12, clock.incrementAndGet()));
            profiles.merge(session.id(), VISITOR.id());
            profiles.tidy();
            assertThat(newNode(100).profile(VISITOR).recentlyViewed()).containsExactly(12);
        }

        @Test
        void takesNothingFromAStoredProfile() {
            view(ANNA, 11);
            profiles.merge(ANNA.id(), session.id());
            profiles.tidy();
            assertThat(profiles.profile(session).isEmpty()).isTrue();
            assertThat(profiles.profile(ANNA).isEmpty()).isFalse();
        }
    }

    @Test
    void forgetsAShopperOnDemand() {
        view(ANNA, 11);
        view(VISITOR, 12);
        profiles.merge(VISITOR.id(), ANNA.id());
        shop.run("DELETE FROM P13N_PROFILE WHERE SHOPPER_ID = 7");
        shop.run("DELETE FROM P13N_INTERACTION WHERE SHOPPER_ID = 7");
        profiles.forgotten(id -> id == ANNA.id(), clock.get());
        profiles.tidy();
        assertThat(profiles.profile(ANNA).isEmpty()).isTrue();
        assertThat(profiles.profile(VISITOR).isEmpty()).isFalse();
        assertThat(shop.count("P13N_PROFILE")).isEqualTo(1);
    }

    @Nested
    class WhenStoredInTheBackground {
        @Test
        void aPurchaseReachesAProfileThatIsNotCached() {
            view(ANNA, 11);
            InteractionTable table = new InteractionTable(shop.platform(), new InteractionIds(), failures);
            newNode(100, table);
            table.insert(List.of(Interaction.purchase(ANNA.id(), 12, 1, 99, clock.get())));
            assertThat(newNode(100).profile(ANNA).recentlyBought()).containsExactly(12);
        }

        @Test
        void aPurchaseOfAShopperWithoutAProfileWaitsUntilItIsBuilt() {
            interactions.insert(List.of(Interaction.purchase(ANNA.id(), 12, 1, 99, clock.get())));
            assertThat(shop.count("P13N_PROFILE")).isZero();
            assertThat(profiles.profile(ANNA).interactionCount()).isEqualTo(1);
        }

        @Test
        void theLinesOfABasketCountOnceForWhomTheyAreGivenTo() {
            view(ANNA, 11);
            interactions.insert(List.of(Interaction.purchase(ShopperIds.basket(99), 12, 1, 99, clock.get())));
            assertThat(interactions.move(ShopperIds.basket(99), ANNA.id())).isEqualTo(1);
            assertThat(interactions.move(ShopperIds.basket(99), ANNA.id())).isZero();
            assertThat(profiles.profile(ANNA).interactionCount()).isEqualTo(2);
            assertThat(newNode(100).profile(ANNA).recentlyBought()).containsExactly(12);
        }

        @Test
        void whatTheEngineCannotLearnFromIsStoredAllTheSame() {
            view(ANNA, 11);
            shop.run("UPDATE P13N_PROFILE SET PROFILE = 'rubbish', REVISION = 7");
            view(ANNA, 12);
            assertThat(newNode(100).profile(ANNA).recentlyViewed()).containsExactly(12, 11);
        }
    }

    @Nested
    class AtLogIn {
        @Test
        void theVisitorsProfileIsAddedToTheCustomersAtOnceAndForGood() {
            view(ANNA, 11);
            view(VISITOR, 12);
            profiles.merge(VISITOR.id(), ANNA.id());
            assertThat(profiles.profile(ANNA).interactionCount()).isEqualTo(2);
            profiles.tidy();
            assertThat(profiles.profile(ANNA).interactionCount()).isEqualTo(2);
            assertThat(newNode(100).profile(ANNA).recentlyViewed()).containsExactlyInAnyOrder(11, 12);
            assertThat(profiles.profile(VISITOR).isEmpty()).isTrue();
            assertThat(interactions.lastOf(ANNA.id(), 9)).hasSize(2);
        }

        @Test
        void mergingAgainChangesNothing() {
            view(ANNA, 11);
            view(VISITOR, 12);
            profiles.merge(VISITOR.id(), ANNA.id());
            profiles.merge(VISITOR.id(), ANNA.id());
            assertThat(profiles.profile(ANNA).interactionCount()).isEqualTo(2);
            profiles.tidy();
            profiles.merge(VISITOR.id(), ANNA.id());
            profiles.tidy();
            assertThat(profiles.profile(ANNA).interactionCount()).isEqualTo(2);
            assertThat(newNode(100).profile(ANNA).interactionCount()).isEqualTo(2);
            assertThat(shop.count("P13N_PROFILE")).isEqualTo(1);
        }

        @Test
        void aVisitorWhoseProfileWasNeverStoredIsTakenInByHisInteractions() {
            olderModule().insert(List.of(Interaction.productView(VISITOR.id(), 12, clock.incrementAndGet())));
            view(ANNA, 11);
            interactions.move(VISITOR.id(), ANNA.id());
            interactions.move(VISITOR.id(), ANNA.id());
            assertThat(newNode(100).profile(ANNA).interactionCount()).isEqualTo(2);
        }
    }

    @Nested
    class OnSeveralNodes {
        private final InteractionTable othersTable =
                new InteractionTable(shop.platform(), new InteractionIds(), failures);
        private final AtomicLong asked = new AtomicLong();
        private final ShopperProfiles other = new ShopperProfiles(
                shop.platform(),
                new ProfileTable(shop.platform()),
                othersTable,
                catalog,
                100,
                10_000,
                500,
                () -> asked.incrementAndGet() > 0,
                failures,
                clock::get);

        @Test
        void theNextRequestToAnotherNodeSeesWhatWasDone() {
            assertThat(other.profile(request(ANNA)).isEmpty()).isTrue();
            view(ANNA, 11);
            assertThat(other.profile(request(ANNA)).recentlyViewed()).containsExactly(11);
            view(ANNA, 12);
            assertThat(other.profile(request(ANNA)).recentlyViewed()).containsExactly(12, 11);
        }

        @Test
        void oneRequestAsksForTheRevisionOnce() {
            view(ANNA, 11);
            other.profile(request(ANNA));
            asked.set(0);
            Shopper request = request(ANNA);
            other.profile(request);
            other.profile(request);
            assertThat(asked).hasValue(1);
        }

        @Test
        void whatIsKnownHereIsShownWhileTheDatabaseDoesNotAnswer() {
            view(ANNA, 11);
            other.profile(request(ANNA));
            shop.goAway();
            assertThat(other.profile(request(ANNA)).recentlyViewed()).containsExactly(11);
        }

        @Test
        void whatAnotherNodeStoredIsReadAlsoByANodeThatThoughtItWasAlone() {
            othersTable.insert(List.of(Interaction.productView(ANNA.id(), 11, clock.get())));
            profiles.profile(ANNA);
            Interaction next = Interaction.productView(ANNA.id(), 12, clock.incrementAndGet());
            othersTable.insert(List.of(next));
            profiles.stored(List.of(next), false);
            assertThat(profiles.profile(ANNA).recentlyViewed()).containsExactly(12, 11);
        }

        private Shopper request(Shopper shopper) {
            return new Shopper(shopper.id(), false);
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
        void aLogInWhileTheDatabaseIsAwayLosesNeitherProfileAndIsStoredLater() {
            view(ANNA, 11);
            view(VISITOR, 12);
            shop.goAway();
            profiles.merge(VISITOR.id(), ANNA.id());
            assertThat(profiles.profile(ANNA).recentlyViewed()).containsExactly(12, 11);
            assertThatThrownBy(profiles::tidy).isInstanceOf(RuntimeException.class);
            shop.comeBack();
            profiles.tidy();
            assertThat(newNode(100).profile(ANNA).recentlyViewed()).containsExactlyInAnyOrder(11, 12);
            assertThat(shop.count("P13N_PROFILE")).isEqualTo(1);
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
        void aProfileThatCannotBeReadIsBuiltAgain() {
            olderModule().insert(List.of(Interaction.productView(ANNA.id(), 11, clock.get())));
            shop.run(
                    "INSERT INTO P13N_PROFILE (SHOPPER_ID, PROFILE, UPDATED_AT, REVISION) VALUES (7, 'rubbish', 0, 1)");
            assertThat(profiles.profile(ANNA).recentlyViewed()).containsExactly(11);
            assertThat(failures.last().kind()).startsWith("reading a stored profile");
        }
    }

    /** Stores interactions without profiles, as versions before this one did and as an import does. */
    private InteractionTable olderModule() {
        return new InteractionTable(shop.platform(), new InteractionIds(), failures);
    }

    private long revision(Shopper shopper) {
        return new ProfileTable(shop.platform()).revision(shopper.id());
    }

    /** A node of the shop: what is stored through its table is taken into the stored profiles. */
    private ShopperProfiles newNode(int capacity) {
        return newNode(capacity, new InteractionTable(shop.platform(), new InteractionIds(), failures));
    }

    private ShopperProfiles newNode(int capacity, InteractionTable table) {
        return new ShopperProfiles(
                shop.platform(),
                new ProfileTable(shop.platform()),
                table,
                catalog,
                capacity,
                10_000,
                500,
                () -> false,
                failures,
                clock::get);
    }

    /** Happens on the node and is stored a little later. */
    private void view(Shopper shopper, long product) {
        Interaction view = Interaction.productView(shopper.id(), product, clock.incrementAndGet());
        profiles.happened(shopper, view);
        interactions.insert(List.of(view));
    }

    private double affinity(ShopperProfiles from, Shopper shopper) {
        ShopperProfile profile = from.profile(shopper);
        return profile.categoryAffinity(COFFEE, clock.get());
    }
}
