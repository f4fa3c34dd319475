package org.p13n.sample.web.page;

import java.util.List;

/**
 * One category in the shop's menu, with those below it.
 *
 * @param picture the URL of a picture of the department, or null
 */
public record NavigationEntry(
        long id, String name, String url, String description, String picture, List<NavigationEntry> children) {}
