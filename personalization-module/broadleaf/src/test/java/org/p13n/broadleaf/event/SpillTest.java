package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.p13n.broadleaf.ShopDatabase;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.NumberedInteraction;

class SpillTest {
    private static final List<NumberedInteraction> VIEW =
            List.of(new NumberedInteraction(1, Interaction.productView(7, 11, 1)));

    @TempDir
    Path folder;

    private final Failures failures = new Failures();

    @Test
    void keepsTheJournalsOfTwoShopsOfOneMachineApart() {
        Spill ours = spill(folder, new ShopDatabase());
        ours.open(0);
        ours.take(VIEW);
        ours.close();
        Spill others = spill(folder, new ShopDatabase());
        others.open(0);
        assertThat(others.isEmpty()).isTrue();
        others.close();
    }

    @Test
    void findsItsJournalAgain() {
        ShopDatabase shop = new ShopDatabase();
        Spill before = spill(folder, shop);
        before.open(0);
        before.take(VIEW);
        before.close();
        Spill after = spill(folder, shop);
        after.open(0);
        assertThat(after.first(9)).isEqualTo(VIEW);
        after.close();
    }

    @Test
    void takesNothingAndHarmsNothingWhereItsFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Spill spill = spill(file, new ShopDatabase());
        spill.open(0);
        spill.open(1);
        assertThat(spill.take(VIEW)).isFalse();
        assertThat(spill.isEmpty()).isTrue();
        assertThat(failures.count()).isEqualTo(1);
        assertThat(failures.last().kind()).startsWith("opening the journal");
    }

    @Test
    void isNoneWhereNoMegabytesAreAllowed() {
        Spill none = new Spill(folder.toString(), 0, new ShopId(new ShopDatabase().platform()), failures);
        none.open(0);
        assertThat(none.take(VIEW)).isFalse();
        assertThat(none.forget(id -> true, 1)).isTrue();
    }

    private Spill spill(Path where, ShopDatabase shop) {
        return new Spill(where.toString(), 1, new ShopId(shop.platform()), failures);
    }
}
