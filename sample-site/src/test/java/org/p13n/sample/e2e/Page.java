package org.p13n.sample.e2e;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** What the store answered to one request, after redirections. */
record Page(int status, URI address, HttpHeaders headers, String body, Document document) {

    static Page of(int status, URI address, HttpHeaders headers, String body) {
        return new Page(status, address, headers, body, Jsoup.parse(body, address.toString()));
    }

    String heading() {
        return text("h1");
    }

    /** The text of the first element that the selector finds, or an empty text. */
    String text(String selector) {
        Element element = document.selectFirst(selector);
        return element == null ? "" : element.text();
    }

    /** The message that the last form left on the page. */
    String notice() {
        return text(".notice");
    }

    FormElement form(String action) {
        Element form = document.selectFirst("form[action$=" + action + "]");
        if (form == null) {
            throw new AssertionError("No form for " + action + " on " + address + " (" + status + "): " + heading());
        }
        return (FormElement) form;
    }

    boolean hasForm(String action) {
        return document.selectFirst("form[action$=" + action + "]") != null;
    }

    /** The fields of a form as a browser would send them, with these values typed in. */
    static Map<String, List<String>> filled(FormElement form, Map<String, String> typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (KeyVal field : form.formData()) {
            fields.computeIfAbsent(field.key(), name -> new ArrayList<>()).add(field.value());
        }
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        return fields;
    }

    Listing listing() {
        return Listing.of(document);
    }

    /** The products of the widget with this class that the page shows, empty if it shows none. */
    Widget widget(String kind) {
        return Widget.of(document.selectFirst("section.p13n-" + kind));
    }
}
