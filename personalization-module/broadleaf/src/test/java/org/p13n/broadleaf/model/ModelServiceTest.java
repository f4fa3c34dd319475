package org.p13n.broadleaf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionIds;
import org.p13n.broadleaf.event.InteractionListener;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.InteractionTable;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.profile.CatalogFacts;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.model.Model;
import org.p13n.engine.model.TrainingSettings;
import org.p13n.engine.model.basket.BasketItem;

class ModelServiceTest {
    private final ShopDatabase shop = new ShopDatabase();
    private final Failures failures = new Failures();
    private final AtomicLong clock = new AtomicLong(System.currentTimeMillis());
    private final InteractionTable mine = new InteractionTable(shop.platform(), new InteractionIds(), failures);
    private final InteractionTable other = new InteractionTable(shop.platform(), otherNode(), failures);
    private final List<Interaction> heardFromOthers = new ArrayList<>();
    private final AtomicLong choice = new AtomicLong();
    private final ModelService models = models();
    private final ModelTraining training = training("one", models);

    ModelServiceTest() {
        shop.product(11, "A", null, 0);
        shop.product(12, "B", null, 0);
    }

    private void trainAndLearn() {
        training.trainIfDue();
        models.learn();
    }

    /** A minute later, in which a training has settled and rested. */
    private void aMinuteLater() {
        clock.addAndGet(61_000);
        trainAndLearn();
    }

    @Test
    void isEmptyUntilItHasLearned() {
        assertThat(models.get().version()).isEqualTo(Model.empty().version());
        models.learn();
        buyTogether(mine, 1, 1);
        trainAndLearn();
        assertThat(models.get().interactions()).isEqualTo(2);
        assertThat(boughtWith(11)).containsExactly(12L);
        assertThat(models.stored()).isEqualTo(2);
    }

    @Test
    void takesInWhatIsStoredLaterEachRowOnce() {
        trainAndLearn();
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
        trainAndLearn();
        clock.addAndGet(12_000);
        models.learn();
        other.insert(List.of(Interaction.productView(2, 12, clock.get())));
        clock.addAndGet(12_000);
        models.learn();
        assertThat(models.stored()).isEqualTo(1);
    }

    @Test
    void startsAnewWhenAnImportHappened() {
        trainAndLearn();
        shop.run("INSERT INTO P13N_INTERACTION (INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID,"
                + " QUANTITY, ORDER_ID, OCCURRED_AT) VALUES (-5, 1, 1, 11, 0, 0, 0, 1700000000000)");
        models.learn();
        assertThat(models.stored()).isZero();
        aMinuteLater();
        assertThat(models.stored()).isEqualTo(1);
    }

    @Test
    void learnsWithoutAnErasedShopperSoon() {
        buyTogether(mine, 1, 1);
        mine.insert(List.of(Interaction.productView(2, 11, clock.get())));
        trainAndLearn();
        erase(1);
        models.learn();
        assertThat(boughtWith(11)).isEmpty();
        aMinuteLater();
        assertThat(models.stored()).isEqualTo(1);
        assertThat(boughtWith(11)).isEmpty();
    }

    @Test
    void keepsNoModelThatKnewTheErasedShopper() {
        buyTogether(mine, 1, 1);
        trainAndLearn();
        erase(1);
        aMinuteLater();
        assertThat(new ModelStore(shop.platform()).list())
                .extracting(ModelStore.Stored::version)
                .containsExactly(2L);
    }

    @Test
    void anErasureIsNotUndoneByAModelThatWasTrainedBefore() {
        buyTogether(mine, 1, 1);
        trainAndLearn();
        ModelService late = models();
        erase(1);
        late.forgotten(shopper -> shopper == 1, clock.get());
        late.learn();
        late.learn();
        assertThat(boughtWith(late, 11)).isEmpty();
    }

    @Test
    void doesNotLearnEverythingAnewForEveryErasureOfMany() {
        trainAndLearn();
        for (int second = 0; second < 180; second++) {
            erase(1);
            clock.addAndGet(1_000);
            trainAndLearn();
        }
        assertThat(new ModelStore(shop.platform()).newest().orElseThrow().version())
                .isBetween(2L, 4L);
    }

    @Test
    void findsWhatCameOutOfAJournalLongAfterItHappened() {
        trainAndLearn();
        shop.run("INSERT INTO P13N_INTERACTION (INTERACTION_ID, TYPE_CODE, SHOPPER_ID, PRODUCT_ID, CATEGORY_ID,"
                + " QUANTITY, ORDER_ID, OCCURRED_AT) VALUES (5, 1, 1, 11, 0, 0, 0, 1700000000000)");
        shop.run("INSERT INTO P13N_SETTING (NAME, SETTING_VALUE, CHANGED_AT, CHANGED_BY)"
                + " VALUES ('personalization.interactions.late', '1', 0, 'module')");
        models.learn();
        assertThat(models.stored()).isZero();
        aMinuteLater();
        assertThat(models.stored()).isEqualTo(1);
    }

    @Test
    void keepsTheLastGoodModelWhileTheDatabaseIsAway() {
        buyTogether(mine, 1, 1);
        trainAndLearn();
        shop.goAway();
        assertThatThrownBy(models::learn).isInstanceOf(RuntimeException.class);
        assertThat(boughtWith(11)).containsExactly(12L);
    }

    @Nested
    class OnSeveralNodes {
        @Test
        void everyNodeTakesTheModelThatOneHasTrained() {
            buyTogether(mine, 1, 1);
            ModelService second = models();
            second.learn();
            trainAndLearn();
            second.lookNow();
            second.learn();
            assertThat(boughtWith(second, 11)).containsExactly(12L);
            buyTogether(mine, 2, 2);
            models.learn();
            second.learn();
            assertThat(second.get().interactions())
                    .isEqualTo(models.get().interactions())
                    .isEqualTo(4);
        }

        @Test
        void onlyOneTrainsWhatIsDue() {
            ModelTraining second = training("two", models());
            training.trainIfDue();
            second.trainIfDue();
            assertThat(new ModelStore(shop.platform()).list()).hasSize(1);
        }

        @Test
        void aDeadTrainersLeaseRunsOut() {
            TrainingDesk desk = new TrainingDesk(shop.platform(), clock::get);
            TrainingLease dead = new TrainingLease(desk, "dead", 30_000, clock::get);
            assertThat(dead.acquire("reading")).isTrue();
            ModelTraining second = training("two", models());
            second.trainIfDue();
            clock.addAndGet(29_000);
            second.trainIfDue();
            assertThat(new ModelStore(shop.platform()).list()).isEmpty();
            clock.addAndGet(1_000);
            second.trainIfDue();
            assertThat(new ModelStore(shop.platform()).list()).hasSize(1);
            assertThat(dead.renew("reading", 1, 2)).isFalse();
        }

        @Test
        void aLivingTrainerKeepsTheLease() {
            TrainingDesk desk = new TrainingDesk(shop.platform(), clock::get);
            TrainingLease living = new TrainingLease(desk, "living", 30_000, clock::get);
            assertThat(living.acquire("reading")).isTrue();
            TrainingLease other = new TrainingLease(desk, "other", 30_000, clock::get);
            for (int i = 0; i < 10; i++) {
                assertThat(other.acquire("reading")).isFalse();
                clock.addAndGet(20_000);
                assertThat(living.renew("reading", i, 10)).isTrue();
            }
            assertThat(desk.state().done()).isEqualTo(9);
        }

        @Test
        void hearsWhatOthersStoredWhileAModelWasTakenOver() {
            models.learn();
            training.trainIfDue();
            other.insert(List.of(Interaction.productView(2, 12, clock.get())));
            models.learn();
            models.learn();
            assertThat(heardFromOthers).extracting(Interaction::shopperId).containsExactly(2L);
        }
    }

    @Nested
    class GoesBack {
        @Test
        void toAnOlderModelAsItWasAndForwardAgain() {
            buyTogether(mine, 1, 1);
            trainAndLearn();
            mine.insert(List.of(Interaction.purchase(3, 11, 1, 3, clock.get())));
            new TrainingDesk(shop.platform(), clock::get).askForTraining();
            trainAndLearn();
            assertThat(models.get().interactions()).isEqualTo(3);
            choice.set(1);
            clock.addAndGet(5_000);
            models.learn();
            buyTogether(mine, 4, 4);
            models.learn();
            assertThat(models.get().interactions()).isEqualTo(2);
            choice.set(0);
            clock.addAndGet(5_000);
            models.learn();
            assertThat(models.get().interactions()).isEqualTo(5);
        }

        @Test
        void toNoneThatIsNotStored() {
            buyTogether(mine, 1, 1);
            trainAndLearn();
            choice.set(77);
            clock.addAndGet(5_000);
            models.learn();
            clock.addAndGet(5_000);
            models.learn();
            assertThat(models.get().interactions()).isEqualTo(2);
            assertThat(failures.last().kind()).contains("going back to a model");
            assertThat(failures.count()).isEqualTo(1);
        }

        @Test
        void toOneThatNewerTrainingsThenDoNotRemove() {
            TrainingDesk desk = new TrainingDesk(shop.platform(), clock::get);
            training.trainIfDue();
            choice.set(1);
            for (int i = 0; i < 5; i++) {
                desk.askForTraining();
                training.trainIfDue();
            }
            assertThat(new ModelStore(shop.platform()).list())
                    .extracting(ModelStore.Stored::version)
                    .containsExactly(6L, 5L, 4L, 1L);
        }

        @Test
        void onlyUntilAnErasureRemovesThatModelAndThenToTheNewest() {
            buyTogether(mine, 1, 1);
            trainAndLearn();
            new TrainingDesk(shop.platform(), clock::get).askForTraining();
            buyTogether(mine, 2, 2);
            trainAndLearn();
            choice.set(1);
            clock.addAndGet(5_000);
            models.learn();
            assertThat(models.get().interactions()).isEqualTo(2);
            shop.run("DELETE FROM P13N_MODEL WHERE MODEL_VERSION = 1");
            buyTogether(mine, 3, 3);
            clock.addAndGet(5_000);
            models.learn();
            assertThat(models.get().interactions()).isEqualTo(6);
            buyTogether(mine, 4, 4);
            clock.addAndGet(10_000);
            models.learn();
            assertThat(models.get().interactions()).isEqualTo(8);
            assertThat(failures.last().kind()).contains("going back to a model");
        }

        @Test
        void onlyToTheLastFew() {
            TrainingDesk desk = new TrainingDesk(shop.platform(), clock::get);
            for (int i = 0; i < 5; i++) {
                desk.askForTraining();
                training.trainIfDue();
            }
            assertThat(new ModelStore(shop.platform()).list())
                    .extracting(ModelStore.Stored::version)
                    .containsExactly(5L, 4L, 3L);
        }
    }

    @Nested
    class Refuses {
        @Test
        void aDamagedModelAndKeepsTheLastGoodOne() {
            buyTogether(mine, 1, 1);
            trainAndLearn();
            new TrainingDesk(shop.platform(), clock::get).askForTraining();
            training.trainIfDue();
            shop.run("UPDATE P13N_MODEL_PART SET CONTENT = 'UDEzTk1PREwAAAAB' || SUBSTRING(CONTENT, 21)"
                    + " WHERE MODEL_VERSION = 2");
            models.learn();
            assertThat(boughtWith(11)).containsExactly(12L);
            assertThat(failures.last().kind()).contains("model 2").contains("SnapshotException");
            buyTogether(mine, 2, 2);
            models.learn();
            assertThat(models.get().interactions()).isEqualTo(4);
        }

        @Test
        void aModelOfANewerFormatAndTakesTheOneBefore() {
            buyTogether(mine, 1, 1);
            training.trainIfDue();
            new TrainingDesk(shop.platform(), clock::get).askForTraining();
            training.trainIfDue();
            shop.run("UPDATE P13N_MODEL_PART SET CONTENT = 'UDEzTk1PREwAAAAJ' || SUBSTRING(CONTENT, 17)"
                    + " WHERE MODEL_VERSION = 2");
            models.learn();
            assertThat(boughtWith(11)).containsExactly(12L);
            assertThat(failures.count()).isEqualTo(1);
        }
    }

    @Test
    void aCancelledTrainingIsNotBegunAgainUntilItIsWanted() {
        TrainingDesk desk = new TrainingDesk(shop.platform(), clock::get);
        TrainingLease lease = new TrainingLease(desk, "one", 30_000, clock::get);
        lease.acquire("reading");
        desk.askToCancel();
        assertThat(desk.state().cancelAsked()).isTrue();
        lease.release(TrainingLease.End.CANCELLED);
        training.trainIfDue();
        assertThat(new ModelStore(shop.platform()).list()).isEmpty();
        desk.askForTraining();
        training.trainIfDue();
        assertThat(new ModelStore(shop.platform()).list()).hasSize(1);
        assertThat(desk.state().wanted()).isFalse();
    }

    private void erase(long shopper) {
        mine.deleteOf(shopper);
        shop.run("INSERT INTO P13N_ERASURE (ERASURE_ID, ERASED_AT, REQUESTED_BY, ROWS_REMOVED) VALUES ('"
                + UUID.randomUUID() + "', " + clock.get() + ", 'SHOPPER', 1)");
        models.forgotten(id -> id == shopper, clock.get());
    }

    private List<Long> boughtWith(long item) {
        return boughtWith(models, item);
    }

    private static List<Long> boughtWith(ModelService models, long item) {
        return models.get().baskets().complete(new long[] {item}, 10, any -> true).stream()
                .filter(companion -> companion.orders() > 0)
                .map(BasketItem::itemId)
                .toList();
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
                new ModelStore(shop.platform()),
                TrainingSettings.defaults(),
                choice::get,
                1_000,
                failures,
                clock::get);
    }

    private ModelTraining training(String node, ModelService models) {
        return new ModelTraining(
                node,
                shop.platform(),
                models,
                TrainingSettings.defaults(),
                ModelTraining.Schedule.of(24, 3, 1),
                failures,
                clock::get);
    }
}
