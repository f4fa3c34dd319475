package org.p13n.engine.model.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DemandTrainerTest {
    private static final long DAY = 24 * 3600 * 1000L;
    private static final long NOW = 20_000 * DAY;
    private static final Offset<Float> NEAR = within(1e-5f);

    private final DemandTrainer trainer = new DemandTrainer();

    @Test
    void halvesWhatWasBoughtEarlier() {
        trainer.add(1, 10, NOW - 30 * DAY);
        trainer.add(2, 10, NOW);
        assertThat(figure(10, DemandFigure.LINES_30_DAYS)).isCloseTo(1.5f, NEAR);
        assertThat(figure(10, DemandFigure.LINES)).isCloseTo(2, NEAR);
        assertThat(figure(10, DemandFigure.AGE_DAYS)).isCloseTo(30, NEAR);
        assertThat(figure(10, DemandFigure.SILENT_DAYS)).isCloseTo(0, NEAR);
    }

    @Test
    void countsAShopperOnceByHisLatestPurchase() {
        for (int day = 0; day < 20; day++) {
            trainer.add(1, 10, NOW - day * DAY);
        }
        assertThat(figure(10, DemandFigure.SHOPPERS_30_DAYS)).isCloseTo(1, NEAR);
        assertThat(figure(10, DemandFigure.BUYERS)).isCloseTo(1, NEAR);
        assertThat(figure(10, DemandFigure.REBUYERS)).isCloseTo(1, NEAR);
    }

    @Test
    void countsTheSameLineOfAnOrderOnce() {
        trainer.add(1, 10, NOW);
        trainer.add(1, 10, NOW);
        assertThat(figure(10, DemandFigure.LINES)).isCloseTo(1, NEAR);
    }

    @Test
    void knowsThisSeasonOfLastYear() {
        trainer.add(1, 10, NOW - 350 * DAY);
        trainer.add(1, 20, NOW - 180 * DAY);
        assertThat(figure(10, DemandFigure.SEASON)).isCloseTo(1, NEAR);
        assertThat(figure(20, DemandFigure.SEASON)).isCloseTo(0, NEAR);
    }

    @Test
    void doesNotTakeGuestsForOneShopper() {
        trainer.add(0, 10, NOW - DAY);
        trainer.add(0, 10, NOW);
        assertThat(figure(10, DemandFigure.LINES)).isCloseTo(2, NEAR);
        assertThat(figure(10, DemandFigure.BUYERS)).isCloseTo(0, NEAR);
        assertThat(figure(10, DemandFigure.REBUYERS)).isCloseTo(0, NEAR);
    }

    @Test
    void tellsWhoCameBack() {
        trainer.add(1, 10, NOW - 60 * DAY);
        trainer.add(1, 10, NOW - DAY);
        trainer.add(2, 10, NOW - 60 * DAY);
        assertThat(figure(10, DemandFigure.EARLIER_BUYERS)).isCloseTo(2, NEAR);
        assertThat(figure(10, DemandFigure.RETURNED_BUYERS)).isCloseTo(1, NEAR);
    }

    @Test
    void survivesAbsurdTimes() {
        for (long at : new long[] {Long.MIN_VALUE, 0, NOW, NOW + DAY, Long.MAX_VALUE}) {
            trainer.add(1, 10, at);
        }
        for (DemandFigure figure : DemandFigure.values()) {
            assertThat(figure(10, figure)).isFinite().isNotNegative();
        }
    }

    @Test
    void knowsNothingOfAnUnknownProduct() {
        assertThat(figure(10, DemandFigure.LINES)).isZero();
    }

    @Test
    void isTheSameAfterARoundTrip() throws IOException {
        trainer.add(1, 10, NOW - DAY);
        trainer.add(2, 20, NOW);
        Demand demand = trainer.train(NOW);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        demand.writeTo(new DataOutputStream(bytes));
        Demand read = Demand.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (DemandFigure figure : DemandFigure.values()) {
            assertThat(read.figure(read.number(10), figure)).isEqualTo(demand.figure(demand.number(10), figure));
            assertThat(read.total(figure)).isEqualTo(demand.total(figure));
        }
        byte[] broken = bytes.toByteArray();
        broken[broken.length - 4] = -1;
        assertThatIOException()
                .isThrownBy(() -> Demand.readFrom(new DataInputStream(new ByteArrayInputStream(broken))))
                .withMessageContaining("figure");
    }

    private float figure(long item, DemandFigure figure) {
        Demand demand = trainer.train(NOW);
        return demand.figure(demand.number(item), figure);
    }
}
