package org.p13n.sample.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {
    private static final String HEADER = "order_id,ordered_at,product_id,quantity\n";

    @TempDir
    private Path folder;

    @Test
    void ignoresAByteOrderMarkAndEmptyLines() throws Exception {
        DataFile<OrderLine> file = open("\uFEFF" + HEADER + "\no1,2026-01-01,p1,1\n\n");

        assertThat(Lines.of(file, folder, 10).only().orderId()).isEqualTo("o1");
        assertThat(file.rows()).isOne();
    }

    @Test
    void hasTheSameFingerprintForTheSameBytesOnly() throws Exception {
        String first = open(HEADER + "o1,2026-01-01,p1,1\n").fingerprint();

        assertThat(open(HEADER + "o1,2026-01-01,p1,1\n").fingerprint()).isEqualTo(first);
        assertThat(open(HEADER + "o1,2026-01-01,p1,2\n").fingerprint()).isNotEqualTo(first);
    }

    @Test
    void bringsScatteredRowsOfAnOrderTogetherHoweverLittleFitsIntoMemory() throws Exception {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int product = 0; product < 3; product++) {
            for (int order = 0; order < 20; order++) {
                rows.append("o%d,2026-01-01,p%d,1%n".formatted(order, product));
            }
        }
        rows.append("o5,2026-01-01,p9,0\n");

        Lines<OrderLine> lines = Lines.of(open(rows.toString()), folder, 7);

        assertThat(lines.good()).hasSize(60);
        for (int i = 0; i < 60; i += 3) {
            String order = lines.good().get(i).orderId();
            assertThat(lines.good().subList(i, i + 3))
                    .allMatch(line -> line.orderId().equals(order));
        }
        assertThat(lines.rejected()).hasSize(2);
        assertThat(lines.rejected().get(1)).startsWith("62,quantity,");
    }

    @Nested
    class Refuses {
        @Test
        void anotherEncoding() throws IOException {
            Files.write(
                    folder.resolve("orders.csv"),
                    (HEADER + "o1,2026-01-01,caf\u00e9,1\n").getBytes(StandardCharsets.ISO_8859_1));

            assertThatThrownBy(() -> DataFile.open(folder, OrderLine.FORMAT))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("orders.csv")
                    .hasMessageContaining("must be UTF-8")
                    .hasMessageContaining("Nothing of this file was loaded");
        }

        @Test
        void anotherEncodingFarInsideTheFile() throws IOException {
            String rows = "o1,2026-01-01,p1,1\n".repeat(5_000) + "o2,2026-01-01,caf\u00e9,1\n";
            Files.write(folder.resolve("orders.csv"), (HEADER + rows).getBytes(StandardCharsets.ISO_8859_1));

            assertThatThrownBy(() -> DataFile.open(folder, OrderLine.FORMAT))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("must be UTF-8");
        }

        @Test
        void missingColumns() {
            assertThatThrownBy(() -> open("order_id,product_id\n"))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("lacks [ordered_at, quantity]");
        }

        @Test
        void anEmptyFile() {
            assertThatThrownBy(() -> open(""))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("lacks");
        }

        @Test
        void aColumnThatIsThereTwice() {
            assertThatThrownBy(() -> open("order_id,ordered_at,product_id,quantity,quantity\n"))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("twice");
        }

        @Test
        void aQuoteThatNeverEnds() {
            assertThatThrownBy(() -> open(HEADER + "o1,2026-01-01,p1,1\no2,2026-01-01,\"p1,1\n"))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("must be readable CSV");
        }

        @Test
        void aFolderOfThatName() throws IOException {
            Files.createDirectory(folder.resolve("orders.csv"));

            assertThatThrownBy(() -> DataFile.open(folder, OrderLine.FORMAT)).isInstanceOf(UnusableFileException.class);
        }
    }

    private DataFile<OrderLine> open(String contents) throws IOException, UnusableFileException {
        Files.writeString(folder.resolve("orders.csv"), contents);
        return DataFile.open(folder, OrderLine.FORMAT);
    }
}
