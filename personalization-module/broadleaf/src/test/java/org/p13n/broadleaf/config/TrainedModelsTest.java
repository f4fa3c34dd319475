package org.p13n.broadleaf.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.broadleaf.config.TrainedModels.Trained;
import org.p13n.broadleaf.config.TrainedModels.Training;
import org.p13n.broadleaf.model.ModelStore;
import org.p13n.broadleaf.model.TrainingDesk;

class TrainedModelsTest {
    private final ShopDatabase shop = new ShopDatabase();
    private final TrainedModels models =
            new TrainedModels(new ModelStore(shop.platform()), new TrainingDesk(shop.platform()));

    @Test
    void tellsOfTheStoredModelsTheNewestFirst() {
        stored(1, 1_000, 1_450);
        stored(2, 5_000, 4_000);

        assertThat(models.list())
                .containsExactly(
                        new Trained(2, 4_000, "node", 0, 700, 30, 9_000),
                        new Trained(1, 1_450, "node", 450, 700, 30, 9_000));
    }

    @Test
    void tellsOfNoTrainingWhereThereNeverWasOne() {
        assertThat(models.training()).isEqualTo(new Training("", "", 0, 0, false, false));
        models.stopLearning();
        assertThat(models.training().stopping()).isFalse();
    }

    @Test
    void asksForATrainingAndAsksTheRunningOneToStop() {
        models.learnAnew();
        assertThat(models.training().wanted()).isTrue();
        assertThat(models.training().isRunning()).isFalse();

        shop.run("UPDATE P13N_TRAINING SET HOLDER = 'node', PHASE = 'reading', WORK_DONE = 3, WORK_TOTAL = 9,"
                + " WANTED_AT = 0");
        models.stopLearning();

        assertThat(models.training()).isEqualTo(new Training("node", "reading", 3, 9, false, true));
    }

    private void stored(long version, long began, long trained) {
        shop.run(
                "INSERT INTO P13N_MODEL (MODEL_VERSION, BEGAN_AT, TRAINED_AT, TRAINED_BY, INTERACTIONS, ITEMS, IMPORTED,"
                        + " LATE_WORD, SNAPSHOT_BYTES, PARTS) VALUES (" + version + ", " + began + ", " + trained
                        + ", 'node', 700, 30, 0, NULL, 9000, 1)");
    }
}
