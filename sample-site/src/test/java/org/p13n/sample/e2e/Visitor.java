package org.p13n.sample.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.FormElement;

/** A browser without eyes: one session with one web application of the store, over real HTTP. */
class Visitor {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The module learns nothing from programs, and this is how it tells them. */
    static final String PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final URI home;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;
    private boolean privacySignal;

    Visitor(URI home) {
        this.home = home;
        http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** The value of the cookie of that name, empty if the browser has none. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Sends Global Privacy Control from now on. */
    void wantsPrivacy() {
        privacySignal = true;
    }

    /** Brings a cookie from now on, as a browser would that has got it earlier or somewhere else. */
    void bring(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(home, cookie);
    }

    /** @param path absolute within the host, with its query; encoded */
    Page get(String path) {
        return send(request(path).GET());
    }

    Page post(String path, Map<String, List<String>> fields) {
        String body = fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Asks for a page with one more header. */
    Page get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    /** Sends a body as a script would, from a page of this origin; null for none. */
    Page send(String path, byte[] body, String origin) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofByteArray(body));
        return send(origin == null ? request : request.header("Origin", origin));
    }

    /** Sends a form of a page that this visitor has just got. */
    Page submit(FormElement form, Map<String, String> typed) {
        return post(form.attr("action").replaceFirst("#.*", ""), Page.filled(form, typed));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path))
                .timeout(PATIENCE)
                .header("User-Agent", PERSON)
                .header("Accept", "text/html,*/*");
        return privacySignal ? request.header("Sec-GPC", "1") : request;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return Page.of(answer.statusCode(), answer.uri(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + home, e);
        }
    }
}
