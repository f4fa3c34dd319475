package org.p13n.sample.data.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The URLs of categories and products: readable, safe, and each of them only once in the store. */
final class UrlNames {
    private static final int LONGEST_PART = 80;

    /** First path parts that the store's own pages answer; a department of that name gets another one. */
    private static final Set<String> STORE_PAGES = Set.of(
            "account",
            "admin",
            "api",
            "cart",
            "checkout",
            "confirmation",
            "css",
            "error",
            "favicon",
            "fonts",
            "images",
            "img",
            "index",
            "js",
            "login",
            "login_post",
            "logout",
            "media",
            "orders",
            "p13n",
            "preview",
            "product",
            "register",
            "search",
            "static");

    private final Set<String> taken = new HashSet<>();

    UrlNames(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet urls = statement.executeQuery("SELECT URL FROM BLC_CATEGORY WHERE URL IS NOT NULL UNION ALL"
                        + " SELECT URL FROM BLC_PRODUCT WHERE URL IS NOT NULL")) {
            while (urls.next()) {
                taken.add(urls.getString(1).toLowerCase(Locale.ROOT));
            }
        }
    }

    /** A free URL below {@code parentUrl} (empty for a department) for a thing of that name. */
    String below(String parentUrl, String name, String fallback) {
        String part = part(name, fallback);
        if (parentUrl.isEmpty() && STORE_PAGES.contains(part)) {
            part += "-shop";
        }
        String wanted = parentUrl + "/" + part;
        String url = wanted;
        for (int i = 2; !taken.add(url); i++) {
            url = wanted + "-" + i;
        }
        return url;
    }

    /** A name as part of a URL: lower-case ASCII letters and digits, words joined by dashes. */
    static String part(String name, String fallback) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = ascii.length() <= LONGEST_PART
                ? ascii
                : ascii.substring(0, LONGEST_PART).replaceAll("-+$", "");
        return cut.isEmpty() ? fallback : cut;
    }
}
