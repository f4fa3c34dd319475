package org.p13n.sample.data.file;

import java.util.List;

/** One row of {@code categories.csv}: a category with its description and its place among its siblings. */
public record CategoryLine(CategoryPath path, String description, Integer displayOrder) {
    private static final int LONGEST_DESCRIPTION = 5_000;
    private static final int LAST_PLACE = 9_999;

    public static final FileFormat<CategoryLine> FORMAT = new FileFormat<>(
            "categories.csv", List.of("path"), List.of("description", "display_order"), null, CategoryLine::of);

    private static CategoryLine of(CsvRow row) throws RejectedRowException {
        return new CategoryLine(
                CategoryPath.of("path", row.text("path", Lengths.CELL)),
                row.optionalText("description", LONGEST_DESCRIPTION),
                row.optionalWhole("display_order", 0, LAST_PLACE));
    }
}
