package org.p13n.broadleaf.profile;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.p13n.broadleaf.event.PlatformDatabase;
import org.p13n.engine.profile.ItemFacts;

/** The categories and which stands above which; a category may have several parents, and bad data may run in circles. */
final class CategoryTree {
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Set<Long>> parents = new HashMap<>();

    private CategoryTree() {}

    static CategoryTree read(PlatformDatabase database) {
        CategoryTree tree = new CategoryTree();
        database.jdbc().query("SELECT CATEGORY_ID, NAME, DEFAULT_PARENT_CATEGORY_ID FROM BLC_CATEGORY", row -> {
            tree.names.put(row.getLong("CATEGORY_ID"), row.getString("NAME"));
            tree.addParent(row.getLong("CATEGORY_ID"), row.getLong("DEFAULT_PARENT_CATEGORY_ID"));
        });
        database.jdbc().query("SELECT CATEGORY_ID, SUB_CATEGORY_ID FROM BLC_CATEGORY_XREF", row -> {
            tree.addParent(row.getLong("SUB_CATEGORY_ID"), row.getLong("CATEGORY_ID"));
        });
        return tree;
    }

    /** These categories and everything above them, the nearest first. */
    long[] withAncestors(Collection<Long> categoryIds) {
        Set<Long> found = new LinkedHashSet<>();
        Deque<Long> open = new ArrayDeque<>(categoryIds);
        while (!open.isEmpty()) {
            Long next = open.poll();
            if (found.add(next)) {
                open.addAll(parents.getOrDefault(next, Set.of()));
            }
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    Map<Long, ItemFacts> asFacts() {
        Map<Long, ItemFacts> facts = new HashMap<>();
        names.forEach((id, name) -> {
            if (id != 0) {
                facts.put(id, new ItemFacts(id, name, null, withAncestors(Set.of(id)), 0));
            }
        });
        return Map.copyOf(facts);
    }

    private void addParent(long categoryId, long parentId) {
        if (parentId != 0) {
            parents.computeIfAbsent(categoryId, id -> new LinkedHashSet<>()).add(parentId);
        }
    }
}
