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
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.profile.ItemCatalog;
import org.p13n.engine.profile.ItemFacts;

/**
 * The shop's catalog as the engine sees it: an immutable copy of the few facts that matter, read again from time to time
 * and as soon as somebody asks for a product that is not in it. Needs some 400 bytes per product.
 */
public final class CatalogFacts implements ItemCatalog {
    private static final long SOONEST_REFRESH_MILLIS = 2_000;

    private final PlatformDatabase database;
    private final Set<String> attributeNames;
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

    /** What a product's row says before it is compared with the others. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one reading
    private record Entry(
            long id,
            String name,
            String brand,
            long[] categoryIds,
            double price,
            boolean archived,
            Timestamp start,
            Timestamp end) {}

    /** A catalog whose meaningful attributes are those that can be searched or chosen. */
    public CatalogFacts(PlatformDatabase database, long refreshMillis, Failures failures) {
        this(database, refreshMillis, failures, Set.of());
    }

    /** @param attributeNames the attributes that are meaningful, in any case; empty = those that can be searched or chosen */
    public CatalogFacts(PlatformDatabase database, long refreshMillis, Failures failures, Set<String> attributeNames) {
        this(database, refreshMillis, failures, attributeNames, System::currentTimeMillis);
    }

    CatalogFacts(
            PlatformDatabase database,
            long refreshMillis,
            Failures failures,
            Set<String> attributeNames,
            LongSupplier clock) {
        this.database = database;
        this.attributeNames = Set.copyOf(attributeNames);
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

    /** What a profile wants to know of an interaction. */
    ItemFacts factsOf(Interaction interaction) {
        return interaction.type() == InteractionType.CATEGORY_VIEW
                ? categoryFacts(interaction.categoryId())
                : facts(interaction.itemId());
    }

    /** A category as if it were a product of its own: its name, itself and all its ancestors; null if unknown. */
    public ItemFacts categoryFacts(long categoryId) {
        return snapshot.categories().get(categoryId);
    }

    /** Reads the catalog again, now. */
    public void refresh() {
        refreshedAt = clock.getAsLong();
        CategoryTree tree = CategoryTree.read(database);
        Map<Long, Set<String>> attributes = CatalogAttributes.read(database, attributeNames);
        List<Entry> entries = entries(tree);
        PriceBands bands = new PriceBands();
        for (Entry entry : entries) {
            if (!entry.archived()) {
                bands.add(entry.price(), entry.categoryIds());
            }
        }
        Map<Long, Listing> listings = new HashMap<>();
        for (Entry entry : entries) {
            Set<String> own = attributes.getOrDefault(entry.id(), Set.of());
            listings.put(entry.id(), listing(entry, own, bands.of(entry.price(), entry.categoryIds())));
        }
        long[] itemIds = entries.stream()
                .filter(entry -> !entry.archived())
                .mapToLong(Entry::id)
                .sorted()
                .toArray();
        snapshot = new Snapshot(Map.copyOf(listings), itemIds, tree.asFacts());
    }

    private List<Entry> entries(CategoryTree tree) {
        Map<Long, Set<Long>> assigned = assignedCategories();
        List<Entry> entries = new ArrayList<>();
        database.jdbc()
                .query(
                        "SELECT p.PRODUCT_ID, s.NAME, p.MANUFACTURE, p.DEFAULT_CATEGORY_ID, p.ARCHIVED,"
                                + " s.RETAIL_PRICE, s.SALE_PRICE, s.ACTIVE_START_DATE, s.ACTIVE_END_DATE"
                                + " FROM BLC_PRODUCT p JOIN BLC_SKU s ON s.SKU_ID = p.DEFAULT_SKU_ID",
                        row -> {
                            entries.add(entry(row, tree, assigned));
                        });
        return entries;
    }

    private static Entry entry(ResultSet row, CategoryTree tree, Map<Long, Set<Long>> assigned) throws SQLException {
        long id = row.getLong("PRODUCT_ID");
        Set<Long> own = new LinkedHashSet<>();
        long byDefault = row.getLong("DEFAULT_CATEGORY_ID");
        if (byDefault != 0) {
            own.add(byDefault);
        }
        own.addAll(assigned.getOrDefault(id, Set.of()));
        double sale = row.getDouble("SALE_PRICE");
        return new Entry(
                id,
                row.getString("NAME"),
                row.getString("MANUFACTURE"),
                tree.withAncestors(own),
                sale > 0 ? sale : row.getDouble("RETAIL_PRICE"),
                "Y".equals(row.getString("ARCHIVED")),
                row.getTimestamp("ACTIVE_START_DATE"),
                row.getTimestamp("ACTIVE_END_DATE"));
    }

    private static Listing listing(Entry entry, Set<String> attributes, int priceBand) {
        // the platform shows no product without a start
        long from = entry.start() == null ? Long.MAX_VALUE : entry.start().getTime();
        long until = entry.end() == null ? Long.MAX_VALUE : entry.end().getTime();
        ItemFacts facts = new ItemFacts(
                entry.id(),
                entry.name(),
                entry.brand(),
                entry.categoryIds(),
                entry.start() == null ? 0 : Math.max(0, from),
                List.copyOf(attributes),
                priceBand);
        return new Listing(facts, entry.archived(), from, until);
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
