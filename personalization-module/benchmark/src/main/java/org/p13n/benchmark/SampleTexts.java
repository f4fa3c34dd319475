package org.p13n.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.p13n.engine.model.content.ItemText;

/** A seeded catalog in words: names of 8 and descriptions of 20 words after Zipf, 200 kinds of things with 10 attributes each. */
final class SampleTexts {
    private static final int VOCABULARY = 30_000;
    private static final int KINDS = 200;
    private static final int BRANDS = 300;
    private static final int ATTRIBUTES = 10;
    private static final int VALUES = 12;

    private final Random random = new Random(11);
    private final List<ItemText> items = new ArrayList<>();

    SampleTexts(int size) {
        for (int id = 1; id <= size; id++) {
            int kind = random.nextInt(KINDS);
            items.add(new ItemText(
                    id,
                    "kind" + kind + " " + words(7),
                    "type" + id,
                    "brand" + zipf(BRANDS),
                    words(20),
                    List.of("department" + kind % 20, "category" + kind),
                    attributes(kind),
                    5 + random.nextInt(2_000)));
        }
    }

    List<ItemText> items() {
        return items;
    }

    /** A query of two words: a kind of thing and any. */
    String query(int number) {
        return "kind" + number % KINDS + " word" + zipf(VOCABULARY);
    }

    private List<String> attributes(int kind) {
        List<String> attributes = new ArrayList<>();
        for (int i = 0; i < ATTRIBUTES; i++) {
            attributes.add("attribute" + (kind + i * 7) % (KINDS * 2) + "=value" + random.nextInt(VALUES));
        }
        return attributes;
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("word").append(zipf(VOCABULARY)).append(' ');
        }
        return text.toString();
    }

    /** 0 to most - 1, in inverse proportion to the number plus one. */
    private int zipf(int most) {
        return (int) Math.exp(random.nextDouble() * Math.log(most + 1.0)) - 1;
    }
}
