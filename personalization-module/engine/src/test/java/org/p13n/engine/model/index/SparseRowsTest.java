package org.p13n.engine.model.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SparseRowsTest {
    private static final int COLUMNS = 12;

    @Property(seed = "1", tries = 200)
    void holdsWhatWasAddedAndMultipliesRows(@ForAll long seed) {
        float[][] dense = dense(seed);
        SparseRows rows = sparse(dense);
        for (int row = 0; row < dense.length; row++) {
            assertThat(rows.dot(0, row)).isCloseTo(dot(dense[0], dense[row]), within(1e-6));
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(rows.weight(row, column)).isEqualTo(dense[row][column]);
            }
        }
    }

    @Property(seed = "2", tries = 200)
    void transposingExchangesRowsAndColumns(@ForAll long seed) {
        float[][] dense = dense(seed);
        SparseRows columns = sparse(dense).transposed(COLUMNS);
        assertThat(columns.rows()).isEqualTo(COLUMNS);
        for (int row = 0; row < dense.length; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(columns.weight(column, row)).isEqualTo(dense[row][column]);
            }
        }
    }

    @Property(seed = "3", tries = 100)
    void isTheSameAfterItWasWrittenAndRead(@ForAll long seed) throws IOException {
        float[][] dense = dense(seed);
        SparseRows read = SparseRows.readFrom(stream(written(sparse(dense))), COLUMNS);
        for (int row = 0; row < dense.length; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(read.weight(row, column)).isEqualTo(dense[row][column]);
            }
        }
    }

    @Example
    void refusesColumnsThatDoNotAscendOrAreNotThere() throws IOException {
        SparseRows.Builder builder = new SparseRows.Builder();
        builder.add(3, 1);
        assertThatThrownBy(() -> builder.add(3, 1)).hasMessageContaining("3 follows 3");
        builder.endRow();
        byte[] stored = written(builder.build());
        assertThatThrownBy(() -> SparseRows.readFrom(stream(stored), 3))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("below 3");
    }

    private static float[][] dense(long seed) {
        Random random = new Random(seed);
        float[][] dense = new float[1 + random.nextInt(20)][COLUMNS];
        for (float[] row : dense) {
            for (int i = random.nextInt(COLUMNS); i > 0; i--) {
                row[random.nextInt(COLUMNS)] = random.nextInt(9);
            }
        }
        return dense;
    }

    private static SparseRows sparse(float[][] dense) {
        SparseRows.Builder builder = new SparseRows.Builder();
        for (float[] row : dense) {
            for (int column = 0; column < COLUMNS; column++) {
                if (row[column] != 0) {
                    builder.add(column, row[column]);
                }
            }
            builder.endRow();
        }
        return builder.build();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static byte[] written(SparseRows rows) throws IOException {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        rows.writeTo(new DataOutputStream(stored));
        return stored.toByteArray();
    }

    private static DataInputStream stream(byte[] stored) {
        return new DataInputStream(new ByteArrayInputStream(stored));
    }
}
