package org.p13n.broadleaf.page.own;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.p13n.broadleaf.event.CurrentVisit;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.identity.ConsentPrompt;
import org.p13n.broadleaf.event.identity.ConsentState;
import org.p13n.broadleaf.event.identity.ShopperConsent;
import org.p13n.broadleaf.page.LocalPath;
import org.p13n.broadleaf.page.WidgetTag;
import org.p13n.broadleaf.ranking.Tuning;
import org.thymeleaf.Arguments;
import org.thymeleaf.dom.Element;

/**
 * The tag {@code <p13n:consent />}: where the shop must ask, the question with a yes and a no of the same weight; where it
 * must only say so, a notice with a no. Nothing to who has answered, whose browser has answered for him, and on the page
 * that asks by itself.
 */
public final class ConsentTag extends WidgetTag {
    private static final String TEMPLATE = "p13n/consent";
    private static final String VARIABLE = "p13nConsent";
    private static final String OWN_PAGE = "/personalization";

    private final ShopperConsent consent;
    private final CurrentVisit visits;

    public ConsentTag(ShopperConsent consent, CurrentVisit visits, Tuning tuning, Failures failures) {
        super("consent", tuning, failures);
        this.consent = consent;
        this.visits = visits;
    }

    /**
     * The banner as its template sees it.
     *
     * @param question whether it asks, and does not only tell
     * @param version of the text that is agreed to
     * @param back where to go with the answer
     */
    public record Banner(boolean question, String version, String back) {}

    @Override
    protected Optional<String> render(Arguments arguments, Element tag) {
        HttpServletRequest request = request();
        String back = LocalPath.current(request);
        if (visits.find(request).isEmpty() || back.equals(OWN_PAGE) || back.startsWith(OWN_PAGE + "?")) {
            return Optional.empty();
        }
        ConsentState state = consent.current(request);
        if (!state.asks()) {
            return Optional.empty();
        }
        Banner banner = new Banner(state.prompt() == ConsentPrompt.QUESTION, consent.textVersion(), back);
        return Optional.of(renderTemplate(TEMPLATE, VARIABLE, banner, arguments));
    }
}
