package org.p13n.sample.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Many shoppers who have opened many products each and go on reading: a way to make a store take in as many interactions
 * a second as wanted, through the front door and with few requests, also while its database is away.
 */
final class Readers {

    private final StoreProcess store;
    private final List<Reader> readers = new ArrayList<>();

    /** One of them: a session, what its pages carry, and what it has opened. */
    private record Reader(HttpClient http, String token, List<String> productIds) {}

    /** Opens so many products in so many sessions. */
    Readers(StoreProcess store, int sessions, int productsEach) {
        this.store = store;
        List<String> products = Listing.allPages(new Shopper(store), "/search?q=a").stream()
                .map(Card::url)
                .limit(productsEach)
                .toList();
        for (int session = 0; session < sessions; session++) {
            readers.add(open(products));
        }
    }

    private Reader open(List<String> products) {
        HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        get(http, "/");
        String token = "";
        List<String> ids = new ArrayList<>();
        for (String product : products) {
            Element script = Jsoup.parse(get(http, product)).selectFirst("script[data-p13n-product]");
            token = script.attr("data-p13n-token");
            ids.add(script.attr("data-p13n-product"));
        }
        return new Reader(http, token, ids);
    }

    /** Every one of them has read every product for one more second; gives how many interactions that is. */
    int readOn() {
        int sent = 0;
        for (Reader reader : readers) {
            String lines = reader.productIds().stream()
                    .map(product -> "\nd " + product + " 1")
                    .collect(Collectors.joining());
            post(reader.http(), "1 " + reader.token() + lines);
            sent += reader.productIds().size();
        }
        return sent;
    }

    private String get(HttpClient http, String path) {
        return send(http, request(path).GET());
    }

    private void post(HttpClient http, String body) {
        send(
                http,
                request("/p13n/beacon")
                        .header("Origin", store.url().toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        URI address = store.url().resolve(path);
        return HttpRequest.newBuilder(address)
                .timeout(Visitor.PATIENCE)
                .header("User-Agent", Visitor.PERSON)
                .header("Accept", "text/html,*/*");
    }

    private static String send(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading", e);
        }
    }
}
