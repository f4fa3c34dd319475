package org.p13n.sample.data.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a category stands below the departments, from the department down; written {@code A > B > C}. */
public record CategoryPath(List<String> names) {
    private static final int LONGEST_NAME = 100;
    private static final int DEEPEST = 6;

    public CategoryPath {
        names = List.copyOf(names);
    }

    /** The paths of a cell that may name several, separated by {@code |}; never empty. */
    static List<CategoryPath> severalOf(String column, String cell) throws RejectedRowException {
        List<CategoryPath> paths = new ArrayList<>();
        for (String path : cell.split("\\|", -1)) {
            CategoryPath parsed = of(column, path);
            if (!paths.contains(parsed)) {
                paths.add(parsed);
            }
        }
        return paths;
    }

    static CategoryPath of(String column, String cell) throws RejectedRowException {
        List<String> names = new ArrayList<>();
        for (String name : cell.split(">", -1)) {
            String trimmed = name.strip().replaceAll("\\s+", " ");
            boolean fits = !trimmed.isEmpty() && trimmed.length() <= LONGEST_NAME;
            CsvRow.require(
                    fits,
                    column,
                    "each level of a category path must have 1 to " + LONGEST_NAME + " characters",
                    cell,
                    "Write it like Fashion > Women > Dresses.");
            names.add(trimmed);
        }
        CsvRow.require(
                names.size() <= DEEPEST,
                column,
                "a category path must have at most " + DEEPEST + " levels",
                cell,
                "Make it shallower.");
        return new CategoryPath(names);
    }

    public String name() {
        return names.get(names.size() - 1);
    }

    public String department() {
        return names.get(0);
    }

    public boolean isDepartment() {
        return names.size() == 1;
    }

    /** The category above; a department has none. */
    public CategoryPath parent() {
        return new CategoryPath(names.subList(0, names.size() - 1));
    }

    /** The path without regard to upper and lower case: two spellings are one category. */
    public String key() {
        return toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return String.join(" > ", names);
    }
}
