package org.p13n.sample.web.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The links of a listing to itself with one thing changed: another page, another order, one facet value more or less.
 *
 * <p>Only parameters that mean something to the listing are carried along. Whatever changes the listing leads back to its
 * first page.
 */
final class ListingLinks {

    static final String QUERY = "q";
    static final String SORT = "sort";
    static final String PAGE = "page";
    private static final String PAGE_SIZE = "pageSize";

    private final String path;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    /** One name and value that a form of the listing carries along. */
    record Field(String name, String value) {}

    /** @param facets the parameter names of the listing's facets */
    ListingLinks(String path, Map<String, String[]> request, Set<String> facets) {
        this.path = path;
        keep(request, QUERY);
        facets.stream().sorted().forEach(name -> keep(request, name));
        keep(request, SORT);
        keep(request, PAGE_SIZE);
    }

    private void keep(Map<String, String[]> request, String name) {
        String[] values = request.get(name);
        if (values != null) {
            parameters.put(name, Arrays.stream(values).distinct().toList());
        }
    }

    boolean has(String name, String value) {
        return parameters.getOrDefault(name, List.of()).contains(value);
    }

    String toPage(int page) {
        return with(PAGE, page == 1 ? List.of() : List.of(Integer.toString(page)));
    }

    String toggling(String name, String value) {
        List<String> values = new ArrayList<>(parameters.getOrDefault(name, List.of()));
        if (!values.remove(value)) {
            values.add(value);
        }
        return with(name, values);
    }

    String without(Set<String> names) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.keySet().removeAll(names);
        return href(changed);
    }

    /** What a form that sets one parameter must carry along to leave the rest as it is. */
    List<Field> fieldsExcept(String name) {
        List<Field> fields = new ArrayList<>();
        parameters.forEach((key, values) -> {
            if (!key.equals(name)) {
                values.forEach(value -> fields.add(new Field(key, value)));
            }
        });
        return fields;
    }

    private String with(String name, List<String> values) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(name, values);
        return href(changed);
    }

    private String href(Map<String, List<String>> parameters) {
        StringBuilder href = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            for (String value : parameter.getValue()) {
                href.append(separator)
                        .append(encoded(parameter.getKey()))
                        .append('=')
                        .append(encoded(value));
                separator = '&';
            }
        }
        return href.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
