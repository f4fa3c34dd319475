package org.p13n.broadleaf.page.own;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.p13n.broadleaf.event.CurrentShopper;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.identity.ConsentTable;
import org.p13n.broadleaf.event.identity.ShopperConsent;
import org.p13n.broadleaf.page.LocalPath;
import org.p13n.broadleaf.page.Texts;
import org.p13n.broadleaf.profile.ShopperExport;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.engine.event.Conclusion;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.Preference;
import org.p13n.engine.event.ShopperIds;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * "My personalization": what is known about the request's own shopper, and all that he can do about it. It works also
 * while personalization is switched off, because what is stored is stored all the same.
 */
public final class OwnPageController {
    private static final String VIEW = "p13n/personalization";
    private static final String HERE = "redirect:/personalization";
    private static final String NOTICE = "p13nNotice";
    private static final int LONGEST = 300;

    private final OwnPages pages;
    private final CurrentShopper currentShopper;
    private final ShopperConsent consent;
    private final ConsentTable answers;
    private final ShopperProfiles profiles;
    private final ShopperExport export;
    private final InteractionRecorder recorder;
    private final Texts texts;
    private final Failures failures;
    private final LongSupplier clock = System::currentTimeMillis;

    public OwnPageController(
            OwnPages pages,
            CurrentShopper currentShopper,
            ShopperConsent consent,
            ConsentTable answers,
            ShopperProfiles profiles,
            ShopperExport export,
            InteractionRecorder recorder,
            Texts texts,
            Failures failures) {
        this.pages = pages;
        this.currentShopper = currentShopper;
        this.consent = consent;
        this.answers = answers;
        this.profiles = profiles;
        this.export = export;
        this.recorder = recorder;
        this.texts = texts;
        this.failures = failures;
    }

    /** Shows the page, or 404 to who has no session. */
    @RequestMapping(value = "/personalization", method = RequestMethod.GET)
    public String show(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        Optional<Shopper> shopper = currentShopper.find();
        if (shopper.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        noStore(response);
        model.addAttribute("title", texts.of("p13n.own.title"));
        model.addAttribute(
                "p13nOwn",
                pages.of(
                        shopper.get(),
                        consent.current(request),
                        consent.textVersion(),
                        answeredAt(shopper.get().id())));
        return VIEW;
    }

    /** Removes a conclusion, or takes a "not interested" back. */
    @RequestMapping(value = "/personalization/remove", method = RequestMethod.POST)
    public String remove(
            @RequestParam("conclusion") String conclusion, HttpServletResponse response, RedirectAttributes redirect)
            throws IOException {
        Optional<Conclusion> removed = conclusion.length() > LONGEST ? Optional.empty() : Conclusion.read(conclusion);
        if (removed.isEmpty()) {
            return refuse(response, "A conclusion to be removed must be one of those that the page lists.");
        }
        String text = removed.get().encode();
        record(InteractionType.CONCLUSION_REMOVED, 0, InteractionDetails.NONE.withText(text));
        return back(redirect, removed.get().kind().name().startsWith("NOT_") ? "undone" : "removed");
    }

    /** Withdraws the answer to a question. */
    @RequestMapping(value = "/personalization/withdraw", method = RequestMethod.POST)
    public String withdraw(
            @RequestParam("question") String question, HttpServletResponse response, RedirectAttributes redirect)
            throws IOException {
        if (question.isBlank() || question.length() > LONGEST) {
            return refuse(response, "A question must be one of those that the page lists.");
        }
        String text = new Preference(question, List.of()).encode();
        record(InteractionType.PREFERENCE, 0, InteractionDetails.NONE.withText(text));
        return back(redirect, "removed");
    }

    /** The shopper does not want to see a product, a brand or a category. */
    @RequestMapping(value = "/personalization/not-interested", method = RequestMethod.POST)
    public String notInterested(
            @RequestParam(value = "productId", required = false) String productId,
            @RequestParam(value = "conclusion", required = false) String conclusion,
            @RequestParam(value = "back", required = false) String backTo,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Optional<Refusal> refusal = Refusal.of(productId, conclusion);
        if (refusal.isEmpty()) {
            return refuse(response, Refusal.RULE);
        }
        currentShopper
                .find()
                .ifPresent(shopper -> recorder.record(shopper, refusal.get().by(shopper.id(), clock.getAsLong())));
        redirect.addFlashAttribute(NOTICE, texts.of("p13n.own.notice.refused"));
        return "redirect:" + LocalPath.of(backTo, "/personalization");
    }

    @RequestMapping(value = "/personalization/clear-viewed", method = RequestMethod.POST)
    public String clearViewed(RedirectAttributes redirect) {
        record(InteractionType.VIEWED_CLEARED, 0, InteractionDetails.NONE);
        return back(redirect, "cleared");
    }

    @RequestMapping(value = "/personalization/pause", method = RequestMethod.POST)
    public String pause(RedirectAttributes redirect) {
        record(InteractionType.PAUSED, 0, InteractionDetails.NONE);
        return back(redirect, "paused");
    }

    @RequestMapping(value = "/personalization/resume", method = RequestMethod.POST)
    public String resume(RedirectAttributes redirect) {
        record(InteractionType.RESUMED, 0, InteractionDetails.NONE);
        return back(redirect, "resumed");
    }

    /** Everything that is stored, as a file. */
    @RequestMapping(value = "/personalization/download", method = RequestMethod.GET)
    public void download(HttpServletResponse response) throws IOException {
        Optional<Shopper> shopper = currentShopper.find();
        if (shopper.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        noStore(response);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"my-personalization.json\"");
        export.write(shopper.get().id(), profiles.profile(shopper.get()), response.getWriter());
    }

    private void record(InteractionType type, long itemId, InteractionDetails details) {
        currentShopper
                .find()
                .ifPresent(shopper -> recorder.record(
                        shopper, Interaction.of(type, shopper.id(), itemId, details, clock.getAsLong())));
    }

    private String back(RedirectAttributes redirect, String notice) {
        redirect.addFlashAttribute(NOTICE, texts.of("p13n.own.notice." + notice));
        return HERE;
    }

    /** 0 if nothing is stored or the database does not answer: the page does without the day then. */
    private long answeredAt(long shopperId) {
        if (!ShopperIds.mayBeStored(shopperId)) {
            return 0;
        }
        try {
            return answers.find(shopperId).at();
        } catch (RuntimeException e) {
            failures.report("reading when a shopper answered", e);
            return 0;
        }
    }

    private static String refuse(HttpServletResponse response, String rule) throws IOException {
        response.sendError(HttpServletResponse.SC_BAD_REQUEST, rule);
        return null;
    }

    static void noStore(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
    }
}
