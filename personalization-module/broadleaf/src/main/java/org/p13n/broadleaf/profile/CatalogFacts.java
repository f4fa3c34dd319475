package org.p13n.broadleaf.profile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.broadleaf.event.Worker;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;

/**
 * The shop's catalog as the engine sees it: an immutable copy of the few facts that matter, read again from time to time
 * and as soon as somebody asks for a product that is not in it. Needs some 300 bytes per product.
 */
public final class CatalogFacts implements ItemCatalog {
    private static final long SOONEST_REFRESH_MILLIS = 2_000;

    private final PlatformDatabase database;
    private final LongSupplier clock;
    private final Worker worker;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), new long[0], Map.of());
    private volatile long refreshedAt;

    private record Listing(ItemFacts facts, boolean archived, long from, long until) {
        boolean isListed(long now) {
            return !archived && from <= now && now < until;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed out as a copy
    private record Snapshot(Map<Long, Listing> listings, long[] itemIds, Map<Long, ItemFacts> categories) {}

    public CatalogFacts(PlatformDatabase database, long refreshMillis, Failures failures) {
        this(database, refreshMillis, failures, System::currentTimeMillis);
    }

    CatalogFacts(PlatformDatabase database, long refreshMillis, Failures failures, LongSupplier clock) {
        this.database = database;
        this.clock = clock;
        worker = new Worker("catalog", refreshMillis, this::refresh, failures);
    }

    public void start() {
        worker.start();
    }

    public void stop() {
        worker.stop();
    }

    @Override
    public ItemFacts facts(long itemId) {
        Listing listing = snapshot.listings().get(itemId);
        if (listing == null && itemId != 0 && clock.getAsLong() > refreshedAt + SOONEST_REFRESH_MILLIS) {
            worker.wake();
        }
        return listing == null ? null : listing.facts();
    }

    @Override
    public long[] itemIds() {
        return snapshot.itemIds().clone();
    }

    /** Whether the product was for sale when the catalog was last read; the page checks again when it renders. */
    public boolean isListed(long itemId) {
        Listing listing = snapshot.listings().get(itemId);
        return listing != null && listing.isListed(clock.getAsLong());
    }

    /** A category as if it were a product of its own: its name, itself and all its ancestors; null if unknown. */
    public ItemFacts categoryFacts(long categoryId) {
        return snapshot.categories().get(categoryId);
    }

    /** Reads the catalog again, now. */
    public void refresh() {
        refreshedAt = clock.getAsLong();
        CategoryTree tree = CategoryTree.read(database);
        Map<Long, Set<Long>> assigned = assignedCategories();
        Map<Long, Listing> listings = new HashMap<>();
        database.jdbc()
                .query(
                        "SELECT p.PRODUCT_ID, s.NAME, p.MANUFACTURE, p.DEFAULT_CATEGORY_ID, p.ARCHIVED,"
                                + " s.ACTIVE_START_DATE, s.ACTIVE_END_DATE"
                                + " FROM BLC_PRODUCT p JOIN BLC_SKU s ON s.SKU_ID = p.DEFAULT_SKU_ID",
                        row -> {
                            listings.put(row.getLong("PRODUCT_ID"), listing(row, tree, assigned));
                        });
        List<Long> unarchived = new ArrayList<>();
        listings.forEach((id, listing) -> {
            if (!listing.archived()) {
                unarchived.add(id);
            }
        });
        long[] itemIds = unarchived.stream().mapToLong(Long::longValue).sorted().toArray();
        snapshot = new Snapshot(Map.copyOf(listings), itemIds, tree.asFacts());
    }

    private static Listing listing(ResultSet row, CategoryTree tree, Map<Long, Set<Long>> assigned)
            throws SQLException {
        long id = row.getLong("PRODUCT_ID");
        Set<Long> own = new LinkedHashSet<>();
        long byDefault = row.getLong("DEFAULT_CATEGORY_ID");
        if (byDefault != 0) {
            own.add(byDefault);
        }
        own.addAll(assigned.getOrDefault(id, Set.of()));
        Timestamp start = row.getTimestamp("ACTIVE_START_DATE");
        Timestamp end = row.getTimestamp("ACTIVE_END_DATE");
        // the platform shows no product without a start
        long from = start == null ? Long.MAX_VALUE : start.getTime();
        long until = end == null ? Long.MAX_VALUE : end.getTime();
        ItemFacts facts = new ItemFacts(
                id,
                row.getString("NAME"),
                row.getString("MANUFACTURE"),
                tree.withAncestors(own),
                start == null ? 0 : Math.max(0, start.getTime()));
        return new Listing(facts, "Y".equals(row.getString("ARCHIVED")), from, until);
    }

    private Map<Long, Set<Long>> assignedCategories() {
        Map<Long, Set<Long>> assigned = new HashMap<>();
        database.jdbc()
                .query(
                        "SELECT PRODUCT_ID, CATEGORY_ID FROM BLC_CATEGORY_PRODUCT_XREF ORDER BY CATEGORY_PRODUCT_ID",
                        row -> {
                            assigned.computeIfAbsent(row.getLong("PRODUCT_ID"), id -> new LinkedHashSet<>())
                                    .add(row.getLong("CATEGORY_ID"));
                        });
        return assigned;
    }
}
