package org.p13n.broadleaf.page.own;

import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.p13n.broadleaf.event.identity.ConsentOutcome;
import org.p13n.broadleaf.event.identity.ShopperConsent;
import org.p13n.broadleaf.page.LocalPath;
import org.p13n.broadleaf.page.Texts;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the shopper's yes, no, and "erase everything", and goes back to the page that he came from. */
public final class ConsentController {
    private static final String NOTICE = "p13nNotice";
    private static final String OWN_PAGE = "/personalization";

    private final ShopperConsent consent;
    private final Texts texts;

    public ConsentController(ShopperConsent consent, Texts texts) {
        this.consent = consent;
        this.texts = texts;
    }

    /** Takes the answer {@code yes} or {@code no}. */
    @RequestMapping(value = "/personalization/consent", method = RequestMethod.POST)
    public String answer(
            @RequestParam(value = "answer", required = false) String answer,
            @RequestParam(value = "version", required = false) String version,
            @RequestParam(value = "back", required = false) String back,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        boolean yes = "yes".equals(answer);
        if (!yes && !"no".equals(answer)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, "The answer must be yes or no.");
            return null;
        }
        if (yes && !consent.textVersion().equals(version)) {
            // what was agreed to is not what the shop says now: show the new text and ask again
            redirect.addFlashAttribute(NOTICE, texts.of("p13n.own.notice.version"));
            return "redirect:" + OWN_PAGE;
        }
        boolean stored = consent.current(request).stored();
        ConsentOutcome outcome = yes
                ? consent.grant(request, response, version)
                : stored ? consent.withdraw(request, response) : consent.deny(request, response);
        redirect.addFlashAttribute(NOTICE, notice(outcome, yes ? "yes" : "no"));
        return "redirect:" + LocalPath.of(back, OWN_PAGE);
    }

    /** Asks once more before everything is erased. */
    @RequestMapping(value = "/personalization/erase", method = RequestMethod.GET)
    public String ask(HttpServletResponse response, Model model) {
        OwnPageController.noStore(response);
        model.addAttribute("title", texts.of("p13n.own.erase.title"));
        return "p13n/erase";
    }

    @RequestMapping(value = "/personalization/erase", method = RequestMethod.POST)
    public String erase(HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        ConsentOutcome outcome = consent.erase(request, response);
        redirect.addFlashAttribute(NOTICE, notice(outcome, "erased"));
        return "redirect:" + OWN_PAGE;
    }

    private String notice(ConsentOutcome outcome, String done) {
        return switch (outcome.result()) {
            case REFUSED_BY_SIGNAL -> texts.of("p13n.own.notice.signal");
            case UNAVAILABLE -> texts.of("p13n.own.notice.unavailable");
            case DONE ->
                outcome.proof() == null
                        ? texts.of("p13n.own.notice." + done)
                        : texts.of("p13n.own.notice." + done) + " "
                                + texts.of("p13n.own.notice.proof", outcome.proof());
        };
    }
}
