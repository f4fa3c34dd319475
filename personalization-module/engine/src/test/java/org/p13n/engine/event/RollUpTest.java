package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RollUpTest {
    private static final long LATE_IN_THE_DAY =
            LocalDate.of(2026, 3, 1).atTime(23, 30).toInstant(ZoneOffset.UTC).toEpochMilli();
    private static final int DAY = (int) LocalDate.of(2026, 3, 1).toEpochDay();
    private static final long HOUR = 3_600_000;

    @Test
    void countsInteractionsAndPiecesByDayProductAndType() {
        RollUp rollUp = RollUp.of(
                List.of(
                        Interaction.productView(7, 10, LATE_IN_THE_DAY),
                        Interaction.productView(8, 10, LATE_IN_THE_DAY),
                        Interaction.purchase(8, 10, 3, 99, LATE_IN_THE_DAY),
                        Interaction.productView(8, 10, LATE_IN_THE_DAY + HOUR)),
                ZoneOffset.UTC);
        assertThat(rollUp.counts())
                .isEqualTo(Map.of(
                        new RollUp.Key(DAY, 10, InteractionType.PRODUCT_VIEW), new RollUp.Count(2, 0),
                        new RollUp.Key(DAY, 10, InteractionType.PURCHASE), new RollUp.Count(1, 3),
                        new RollUp.Key(DAY + 1, 10, InteractionType.PRODUCT_VIEW), new RollUp.Count(1, 0)));
    }

    @Test
    void knowsTheShopsDay() {
        RollUp rollUp = RollUp.of(List.of(Interaction.productView(7, 10, LATE_IN_THE_DAY)), ZoneId.of("Europe/Berlin"));
        assertThat(rollUp.counts()).containsOnlyKeys(new RollUp.Key(DAY + 1, 10, InteractionType.PRODUCT_VIEW));
    }

    @Property(seed = "1")
    void ofPartsIsThatOfTheWhole(
            @ForAll("interactions") List<Interaction> a,
            @ForAll("interactions") List<Interaction> b,
            @ForAll("interactions") List<Interaction> c,
            @ForAll long seed) {
        List<Interaction> whole = new ArrayList<>(a);
        whole.addAll(b);
        whole.addAll(c);
        Collections.shuffle(whole, new Random(seed));
        RollUp x = RollUp.of(a, ZoneOffset.UTC);
        RollUp y = RollUp.of(b, ZoneOffset.UTC);
        RollUp z = RollUp.of(c, ZoneOffset.UTC);
        assertThat(x.mergedWith(y).mergedWith(z))
                .isEqualTo(x.mergedWith(y.mergedWith(z)))
                .isEqualTo(z.mergedWith(y).mergedWith(x))
                .isEqualTo(RollUp.of(whole, ZoneOffset.UTC));
        assertThat(x.mergedWith(RollUp.EMPTY)).isEqualTo(x);
    }

    @Provide
    Arbitrary<List<Interaction>> interactions() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.longs().between(0, 60),
                        Arbitraries.of(true, false))
                .as((item, hour, view) -> view
                        ? Interaction.productView(7, item, hour * HOUR)
                        : Interaction.purchase(7, item, (int) (1 + hour % 4), 99, hour * HOUR))
                .list()
                .ofMaxSize(30);
    }
}
