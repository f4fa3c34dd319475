package org.p13n.broadleaf.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the bundle's form may send: one to three different products by their ids. */
final class BundleRequest {
    static final String RULE = "A bundle has 1 to 3 different products, each given as productId, a positive number.";

    private static final int MOST = 3;
    private static final String ID = "[1-9]\\d{0,17}";

    private BundleRequest() {}

    /** The ids in the order of the form; empty if this is not what the form sends. */
    static Optional<List<Long>> productIds(String[] values) {
        if (values == null || values.length == 0 || values.length > MOST) {
            return Optional.empty();
        }
        Set<Long> ids = new LinkedHashSet<>();
        for (String value : values) {
            if (value == null || !value.matches(ID) || !ids.add(Long.parseLong(value))) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(ids));
    }
}
