package org.p13n.engine.model.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class LongIndexPropertiesTest {
    @Property(seed = "1")
    void anIndexNumbersIdsDenselyInTheOrderOfArrival(@ForAll @Size(max = 300) List<Long> ids) {
        LongIndex index = new LongIndex();
        List<Long> distinct = new ArrayList<>();
        for (long id : ids) {
            int expected = distinct.contains(id) ? distinct.indexOf(id) : distinct.size();
            assertThat(index.find(id)).isEqualTo(expected == distinct.size() ? -1 : expected);
            assertThat(index.findOrAdd(id)).isEqualTo(expected);
            if (expected == distinct.size()) {
                distinct.add(id);
            }
        }
        LongIndex copy = index.copy();
        index.findOrAdd(4711L);
        for (int number = 0; number < distinct.size(); number++) {
            assertThat(copy.find(distinct.get(number))).isEqualTo(number);
            assertThat(copy.keyAt(number)).isEqualTo(distinct.get(number));
        }
    }

    @Property(seed = "2")
    void anIndexIsTheSameAfterItWasWrittenAndRead(@ForAll @Size(max = 300) List<Long> ids) throws IOException {
        LongIndex index = new LongIndex();
        ids.forEach(index::findOrAdd);
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        index.writeTo(new DataOutputStream(stored));
        LongIndex read = LongIndex.readFrom(stream(stored.toByteArray()));
        assertThat(read.size()).isEqualTo(index.size());
        ids.forEach(id -> assertThat(read.find(id)).isEqualTo(index.find(id)));
    }

    @Example
    void refusesWhatNoIndexWrites() {
        assertThatThrownBy(() -> LongIndex.readFrom(stream(new byte[] {-1, -1, -1, -1})))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("-1");
        byte[] zeroTwice = new byte[20];
        zeroTwice[3] = 2;
        assertThatThrownBy(() -> LongIndex.readFrom(stream(zeroTwice)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("stands twice");
    }

    private static DataInputStream stream(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
