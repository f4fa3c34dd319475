package org.p13n.sample.data.tables;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.p13n.sample.data.file.CategoryLine;
import org.p13n.sample.data.file.CategoryPath;

/** The store's category tree, found in the database and grown where a path is missing. */
final class CategoryWriter implements AutoCloseable {
    private static final int SHORT_DESCRIPTION = 255;
    private static final int LAST_PLACE = 9_999;

    private final PlatformIds ids;
    private final UrlNames urls;
    private final Long rootId;
    private final Instant onSaleSince;
    private final Map<String, Stored> byPath = new HashMap<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private long added;
    private final Map<Long, Integer> children = new HashMap<>();
    private final InsertBatch batch;
    private final InsertBatch.Rows categories;
    private final InsertBatch.Rows xrefs;
    private final InsertBatch.Rows facets;
    private final List<Long> facetIds;
    private final InsertBatch placements;
    private final InsertBatch.Rows products;

    /** A category with what its products' URLs need. */
    record Stored(long id, String url, String departmentUrl) {}

    /** @param rootId the category above all departments, or null when departments have none */
    CategoryWriter(Connection connection, PlatformIds ids, UrlNames urls, Long rootId, Instant onSaleSince)
            throws SQLException {
        this.ids = ids;
        this.urls = urls;
        this.rootId = rootId;
        this.onSaleSince = onSaleSince;
        this.batch = new InsertBatch(connection);
        this.categories = batch.into(
                "BLC_CATEGORY",
                "CATEGORY_ID",
                "NAME",
                "URL",
                "DESCRIPTION",
                "LONG_DESCRIPTION",
                "ACTIVE_START_DATE",
                "DEFAULT_PARENT_CATEGORY_ID",
                "ARCHIVED");
        this.xrefs =
                batch.into("BLC_CATEGORY_XREF", "CATEGORY_XREF_ID", "CATEGORY_ID", "SUB_CATEGORY_ID", "DISPLAY_ORDER");
        this.placements = new InsertBatch(connection);
        this.products = placements.into(
                "BLC_CATEGORY_PRODUCT_XREF", "CATEGORY_PRODUCT_ID", "CATEGORY_ID", "PRODUCT_ID", "DISPLAY_ORDER");
        this.facets = batch.into(
                "BLC_CAT_SEARCH_FACET_XREF", "CATEGORY_SEARCH_FACET_ID", "CATEGORY_ID", "SEARCH_FACET_ID", "SEQUENCE");
        this.facetIds = facetIds(connection);
        for (CategoryTree.Node node : CategoryTree.read(connection, rootId)) {
            byPath.put(node.pathKey(), new Stored(node.id(), node.url(), node.departmentUrl()));
        }
        readPlaces(connection);
    }

    /** Adds the category and those above it; one that is there already stays as it is. */
    boolean add(CategoryLine line) throws SQLException {
        if (byPath.containsKey(line.path().key())) {
            return false;
        }
        create(line.path(), line.description(), line.displayOrder());
        return true;
    }

    Stored require(CategoryPath path) throws SQLException {
        Stored stored = byPath.get(path.key());
        return stored == null ? create(path, null, null) : stored;
    }

    void addProduct(long categoryId, long productId) throws SQLException {
        int place = places.merge(categoryId, 1, Integer::sum);
        products.add(ids.next(PlatformIds.Table.CATEGORY_PRODUCT), categoryId, productId, place(place));
    }

    /** How many categories were made, those that only products name included. */
    long added() {
        return added;
    }

    /** Sends new categories; products may refer to them from now on. */
    void flushCategories() throws SQLException {
        batch.flush();
    }

    /** Sends the places of products that have been sent before. */
    void flushProducts() throws SQLException {
        placements.flush();
    }

    @Override
    public void close() throws SQLException {
        batch.close();
        placements.close();
    }

    private Stored create(CategoryPath path, String description, Integer displayOrder) throws SQLException {
        Stored parent = path.isDepartment() ? null : require(path.parent());
        long id = ids.next(PlatformIds.Table.CATEGORY);
        String url = urls.below(parent == null ? "" : parent.url(), path.name(), "category-" + id);
        added++;
        Stored stored = new Stored(id, url, parent == null ? url : parent.departmentUrl());
        byPath.put(path.key(), stored);
        Long parentId = parent == null ? rootId : Long.valueOf(parent.id());
        categories.add(
                id,
                path.name(),
                url,
                Html.shortened(description, SHORT_DESCRIPTION),
                Html.of(description),
                onSaleSince,
                parentId,
                "N");
        if (parentId != null) {
            int place = displayOrder == null ? children.merge(parentId, 1, Integer::sum) : displayOrder;
            xrefs.add(ids.next(PlatformIds.Table.CATEGORY_XREF), parentId, id, place(place));
        } else {
            addFacets(id);
        }
        return stored;
    }

    /** A category at the top offers all of the store's facets; those below inherit them. */
    private void addFacets(long categoryId) throws SQLException {
        for (int i = 0; i < facetIds.size(); i++) {
            long id = ids.next(PlatformIds.Table.CATEGORY_FACET);
            facets.add(id, categoryId, facetIds.get(i), BigDecimal.valueOf(i + 1L));
        }
    }

    private static List<Long> facetIds(Connection connection) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT SEARCH_FACET_ID FROM BLC_SEARCH_FACET"
                        + " ORDER BY SEARCH_DISPLAY_PRIORITY DESC, SEARCH_FACET_ID")) {
            while (row.next()) {
                found.add(row.getLong(1));
            }
        }
        return found;
    }

    private static BigDecimal place(int place) {
        return BigDecimal.valueOf(Math.min(place, LAST_PLACE));
    }

    private void readPlaces(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT CATEGORY_ID, COUNT(*) FROM BLC_CATEGORY_PRODUCT_XREF GROUP BY CATEGORY_ID")) {
            while (row.next()) {
                places.put(row.getLong(1), row.getInt(2));
            }
        }
    }
}
