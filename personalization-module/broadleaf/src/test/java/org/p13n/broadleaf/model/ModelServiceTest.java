package org.p13n.broadleaf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionListener;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.LateArrivals;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.model.Model;
import org.p13n.engine.model.TrainingSettings;

class ModelServiceTest {
    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final AtomicLong clock = new AtomicLong(System.currentTimeMillis());
    private final InteractionTable mine = new InteractionTable(shop.platform(), new InteractionIds(), failures);
    private final InteractionTable other = new InteractionTable(shop.platform(), otherNode(), failures);
    private final List<Interaction> heardFromOthers = new ArrayList<>();
    private final ModelService models = models();

    ModelServiceTest() {
        shop.product(11, "A", null, 0);
        shop.product(12, "B", null, 0);
    }

    @Test
    void isEmptyUntilItHasLearned() {
        assertThat(models.get().version()).isEqualTo(Model.empty().version());
        buyTogether(mine, 1, 1);
        models.learn();
        assertThat(models.get().interactions()).isEqualTo(2);
        assertThat(boughtWith(11)).containsExactly(12L);
        assertThat(models.stored()).isEqualTo(2);
    }

    @Test
    void takesInWhatIsStoredLaterEachRowOnce() {
        models.learn();
        long empty = models.get().version();
        buyTogether(mine, 1, 1);
        models.learn();
        models.learn();
        assertThat(models.get().interactions()).isEqualTo(2);
        assertThat(models.get().version()).isEqualTo(empty + 1);
        buyTogether(other, 2, 2);
        models.learn();
        assertThat(models.get().interactions()).isEqualTo(4);
        assertThat(models.stored()).isEqualTo(4);
    }

    @Test
    void passesOnOnlyWhatOtherNodesStored() {
        models.learn();
        mine.insert(List.of(Interaction.productView(1, 11, clock.get())));
        other.insert(List.of(Interaction.productView(2, 12, clock.get())));
        models.learn();
        assertThat(heardFromOthers).extracting(Interaction::shopperId).containsExactly(2L);
    }

    @Test
    void findsARowThatWasCommittedLateByALongTransaction() {
        models.learn();
        clock.addAndGet(12_000);
        models.learn();
        other.insert(List.of(Interaction.productView(2, 12, clock.get())));
        clock.addAndGet(12_000);
        models.learn();
        assertThat(models.stored()).isEqualTo(1);
    }

    @Test
    void startsAnewWhenAnImportHappened() {
        models.learn();
        shop.run("INSERT INTO P13N_INTERACTION (INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID,"
                + " QUANTITY, ORDER_ID, OCCURRED_AT) VALUES (-5, 1, 1, 11, 0, 0, 0, 1700000000000)");
        models.learn();
        assertThat(models.stored()).isZero();
        clock.addAndGet(60_000);
        models.learn();
        assertThat(models.stored()).isEqualTo(1);
    }

    @Test
    void learnsWithoutAnErasedShopperSoon() {
        buyTogether(mine, 1, 1);
        mine.insert(List.of(Interaction.productView(2, 11, clock.get())));
        models.learn();
        mine.deleteOf(1);
        models.forgotten(shopper -> shopper == 1, clock.get());
        clock.addAndGet(60_000);
        models.learn();
        clock.addAndGet(5_000);
        models.learn();
        assertThat(models.stored()).isEqualTo(1);
        assertThat(boughtWith(11)).isEmpty();
    }

    @Test
    void doesNotLearnEverythingAnewForEveryErasureOfMany() {
        models.learn();
        clock.addAndGet(60_000);
        for (int i = 0; i < 30; i++) {
            models.forgotten(shopper -> shopper == 1, clock.get());
            models.learn();
            clock.addAndGet(1_000);
        }
        assertThat(models.get().trainedAt()).isLessThanOrEqualTo(clock.get() - 24_000);
    }

    @Test
    void findsWhatCameOutOfAJournalLongAfterItHappened() {
        models.learn();
        shop.run("INSERT INTO P13N_INTERACTION (INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID,"
                + " QUANTITY, ORDER_ID, OCCURRED_AT) VALUES (5, 1, 1, 11, 0, 0, 0, 1700000000000)");
        shop.run("INSERT INTO P13N_SETTING (NAME, SETTING_VALUE, CHANGED_AT, CHANGED_BY)"
                + " VALUES ('personalization.interactions.late', '1', 0, 'module')");
        models.learn();
        assertThat(models.stored()).isZero();
        clock.addAndGet(60_000);
        models.learn();
        assertThat(models.stored()).isEqualTo(1);
    }

    @Test
    void keepsTheLastGoodModelWhileTheDatabaseIsAway() {
        buyTogether(mine, 1, 1);
        models.learn();
        shop.goAway();
        assertThatThrownBy(models::learn).isInstanceOf(RuntimeException.class);
        assertThat(boughtWith(11)).containsExactly(12L);
    }

    private List<Long> boughtWith(long item) {
        List<Long> found = new ArrayList<>();
        models.get().alsoBought().neighbours(item, 10, (neighbour, score, evidence) -> {
            found.add(neighbour);
        });
        return found;
    }

    private void buyTogether(InteractionTable node, long shopper, long order) {
        node.insert(List.of(
                Interaction.purchase(shopper, 11, 1, order, clock.get()),
                Interaction.purchase(shopper, 12, 1, order, clock.get())));
    }

    private static InteractionIds otherNode() {
        InteractionIds ids = new InteractionIds();
        ids.redraw();
        return ids;
    }

    private ModelService models() {
        InteractionListener ears = new InteractionListener() {
            @Override
            public void happened(Shopper shopper, Interaction interaction) {
                throw new AssertionError("the model reads what is stored");
            }

            @Override
            public void stored(List<Interaction> interactions, boolean byThisNode) {
                assertThat(byThisNode).isFalse();
                heardFromOthers.addAll(interactions);
            }
        };
        InteractionRecorder recorder =
                new InteractionRecorder(new InteractionQueue(8), List.of(ears), new Counters(), failures);
        CatalogFacts catalog = new CatalogFacts(shop.platform(), 60_000, failures);
        return new ModelService(
                mine,
                catalog,
                recorder,
                new LateArrivals(shop.platform()),
                TrainingSettings.defaults(),
                1_000,
                failures,
                clock::get);
    }
}
