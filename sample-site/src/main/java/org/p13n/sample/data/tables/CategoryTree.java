package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the categories that the store has, each with its path below the departments. */
final class CategoryTree {
    private CategoryTree() {}

    /** A category; its path is in lower case, as two spellings are one category. */
    record Node(long id, String pathKey, String url, String departmentUrl) {}

    private record Row(long id, String name, String url, Long parentId) {}

    /** @param rootId the category above all departments, or null when departments have none */
    static List<Node> read(Connection connection, Long rootId) throws SQLException {
        Map<Long, Row> rows = rows(connection);
        if (rootId != null) {
            rows.remove(rootId);
        }
        List<Node> nodes = new ArrayList<>();
        rows.values().forEach(row -> nodes.add(node(row, rows)));
        return nodes;
    }

    private static Node node(Row category, Map<Long, Row> all) {
        StringBuilder path = new StringBuilder(category.name());
        Row top = category;
        for (int depth = 0; depth < all.size() && all.containsKey(top.parentId()); depth++) {
            top = all.get(top.parentId());
            path.insert(0, top.name() + " > ");
        }
        return new Node(category.id(), path.toString().toLowerCase(Locale.ROOT), category.url(), top.url());
    }

    private static Map<Long, Row> rows(Connection connection) throws SQLException {
        Map<Long, Row> rows = new HashMap<>();
        String sql = "SELECT CATEGORY_ID, NAME, COALESCE(URL, ''), DEFAULT_PARENT_CATEGORY_ID FROM BLC_CATEGORY"
                + " WHERE ARCHIVED IS NULL OR ARCHIVED <> 'Y' ORDER BY CATEGORY_ID DESC";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                long parent = row.getLong(4);
                Long parentId = row.wasNull() ? null : Long.valueOf(parent);
                rows.put(row.getLong(1), new Row(row.getLong(1), row.getString(2), row.getString(3), parentId));
            }
        }
        return rows;
    }
}
