package org.p13n.broadleaf.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.p13n.broadleaf.event.CurrentVisit;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.PageSubject;
import org.p13n.broadleaf.event.Visit;
import org.p13n.broadleaf.event.beacon.BeaconSession;
import org.p13n.broadleaf.ranking.Tuning;
import org.thymeleaf.Arguments;
import org.thymeleaf.dom.Element;

/**
 * The tag {@code <p13n:script />} for the page's head: the script that tells what only a browser knows, and as attributes
 * what the page is about. A search result or category is described by the addresses of its products, so that the shop's
 * own markup needs no change. A page that a program fetches has no script.
 */
public final class ScriptTag extends WidgetTag {
    private static final String SCRIPT = "/p13n/style/p13n.js";
    private static final String BEACON = "/p13n/beacon";

    private final CurrentVisit visits;

    public ScriptTag(CurrentVisit visits, Tuning tuning, Failures failures) {
        super("script", tuning, failures);
        this.visits = visits;
    }

    @Override
    protected Optional<String> render(Arguments arguments, Element tag) {
        HttpServletRequest request = request();
        Optional<Visit> visit = visits.find(request);
        return visit.flatMap(found -> BeaconSession.token(request, found))
                .map(token -> markup(request.getContextPath(), token, PageSubject.of(request)));
    }

    static String markup(String shop, String token, PageSubject subject) {
        StringBuilder markup = new StringBuilder("<script defer=\"defer\"");
        attribute(markup, "src", shop + SCRIPT);
        attribute(markup, "data-p13n-to", shop + BEACON);
        attribute(markup, "data-p13n-token", token);
        if (subject.productId() != 0) {
            attribute(markup, "data-p13n-product", Long.toString(subject.productId()));
        }
        if (subject.listId() != 0) {
            attribute(markup, "data-p13n-page", Long.toString(subject.listId()));
            attribute(markup, "data-p13n-paths", paths(shop, subject.products()));
        }
        return markup.append("></script>").toString();
    }

    private static void attribute(StringBuilder markup, String name, String value) {
        markup.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String paths(String shop, List<Product> products) {
        return products.stream().map(product -> path(shop, product.getUrl())).collect(Collectors.joining(" "));
    }

    /** As a browser writes it; a dash, which is no path, where the product has none. */
    private static String path(String shop, String url) {
        try {
            return url == null ? "-" : new URI(null, null, shop + url, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "-"; // no link can lead there
        }
    }
}
