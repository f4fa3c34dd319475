package org.p13n.sample.data.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a cell of named values, {@code name=value;name=value}. */
final class Pairs {
    private Pairs() {}

    /** The values by name in the cell's order; empty for an empty cell. */
    static Map<String, String> of(CsvRow row, String column, char separator, Set<String> reserved)
            throws RejectedRowException {
        Map<String, String> pairs = new LinkedHashMap<>();
        String cell = row.optionalText(column, Lengths.CELL);
        if (cell == null) {
            return pairs;
        }
        for (String pair : cell.split(";", -1)) {
            if (!pair.isBlank()) {
                add(pairs, column, pair, separator, reserved);
            }
        }
        return pairs;
    }

    private static void add(Map<String, String> pairs, String column, String pair, char separator, Set<String> reserved)
            throws RejectedRowException {
        int at = pair.indexOf(separator);
        String name = at < 0 ? "" : pair.substring(0, at).strip();
        String value = pair.substring(at + 1).strip();
        CsvRow.require(
                !name.isEmpty() && !value.isEmpty(),
                column,
                "must be a list of name" + separator + "value, separated by ;",
                pair,
                "Write it like colour" + separator + "teal.");
        CsvRow.require(
                name.length() <= Lengths.IDENTIFIER && value.length() <= Lengths.COLUMN,
                column,
                "a name must have at most " + Lengths.IDENTIFIER + " characters and a value " + Lengths.COLUMN,
                pair,
                "Shorten it.");
        CsvRow.require(
                !reserved.contains(name), column, "the name " + name + " is the store's own", pair, "Rename it.");
        CsvRow.require(
                pairs.put(name, value) == null, column, "each name may stand only once", pair, "Remove one of them.");
    }
}
