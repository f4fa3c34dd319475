package org.p13n.engine.model.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Dense numbers for names, in order of arrival; for training only. */
final class Numbers {
    /** The names in ascending order, and at which place of it the name of each number stands. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sorted(String[] names, int[] places) {}

    private final Map<String, Integer> numbers = new HashMap<>();

    int of(String name) {
        Integer number = numbers.putIfAbsent(name, numbers.size());
        return number == null ? numbers.size() - 1 : number;
    }

    int size() {
        return numbers.size();
    }

    Sorted sorted() {
        String[] names = numbers.keySet().toArray(String[]::new);
        Arrays.sort(names);
        int[] places = new int[names.length];
        for (int place = 0; place < names.length; place++) {
            places[numbers.get(names[place])] = place;
        }
        return new Sorted(names, places);
    }
}
