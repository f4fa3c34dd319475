package org.p13n.sample.web.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The pages of a listing: the one before, the one after, and those whose numbers are shown.
 *
 * @param previous the link to the page before, or null on the first
 * @param next the link to the page after, or null on the last
 */
record Pager(String previous, String next, List<Page> pages) {

    private static final int NEIGHBOURS = 2;

    /** One number, or a gap (with number 0) where numbers are left out. */
    record Page(int number, String link, boolean current) {

        public boolean isGap() {
            return number == 0;
        }
    }

    static Pager of(int current, int last, IntFunction<String> links) {
        List<Page> pages = new ArrayList<>();
        int before = 0;
        for (int number = 1; number <= last; number++) {
            if (isShown(number, current, last)) {
                if (number > before + 1) {
                    pages.add(new Page(0, null, false));
                }
                pages.add(new Page(number, links.apply(number), number == current));
                before = number;
            }
        }
        return new Pager(
                current > 1 && current <= last + 1 ? links.apply(current - 1) : null,
                current < last ? links.apply(current + 1) : null,
                pages);
    }

    private static boolean isShown(int number, int current, int last) {
        return number == 1 || number == last || Math.abs(number - current) <= NEIGHBOURS;
    }
}
