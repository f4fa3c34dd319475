package org.p13n.broadleaf.page.quiz;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.p13n.broadleaf.event.CurrentShopper;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.profile.ShopperProfiles;
import org.p13n.broadleaf.ranking.Tuning;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionDetails;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.Preference;
import org.p13n.engine.event.ShopperIds;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Asks the shop's questions and takes the answers of the request's own shopper, who may change them at any time. */
public final class QuizController {
    private static final String VIEW = "p13n/quiz";
    private static final String PAGE = "p13nQuiz";
    private static final String SAVED = "saved";

    private final Quiz quiz;
    private final CurrentShopper currentShopper;
    private final ShopperProfiles profiles;
    private final InteractionRecorder recorder;
    private final CatalogService catalog;
    private final Tuning tuning;
    private final LongSupplier clock = System::currentTimeMillis;

    public QuizController(
            Quiz quiz,
            CurrentShopper currentShopper,
            ShopperProfiles profiles,
            InteractionRecorder recorder,
            CatalogService catalog,
            Tuning tuning) {
        this.quiz = quiz;
        this.currentShopper = currentShopper;
        this.profiles = profiles;
        this.recorder = recorder;
        this.catalog = catalog;
        this.tuning = tuning;
    }

    /** Shows the questions with the answers given so far. */
    @RequestMapping(value = "/personalization/quiz", method = RequestMethod.GET)
    public String show(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        Optional<Shopper> shopper = currentShopper.find();
        if (quiz.isEmpty() || !tuning.enabled() || shopper.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        response.setHeader("Cache-Control", "no-store");
        model.addAttribute(
                PAGE,
                QuizPage.of(
                        quiz,
                        declared(shopper.get()),
                        this::categoryId,
                        ShopperIds.mayBeStored(shopper.get().id()),
                        request.getParameter(SAVED) != null));
        return VIEW;
    }

    /** Takes the answers and shows them. */
    @RequestMapping(value = "/personalization/quiz", method = RequestMethod.POST)
    public String answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Shopper> shopper = currentShopper.find();
        if (quiz.isEmpty() || !tuning.enabled() || shopper.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return null;
        }
        try {
            new QuizAnswers(quiz, this::categoryId)
                    .changes(request.getParameterMap(), declared(shopper.get()))
                    .forEach(preference -> declare(shopper.get(), preference));
        } catch (IllegalArgumentException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST, QuizAnswers.RULE);
            return null;
        }
        return "redirect:/personalization/quiz?" + SAVED + "=1";
    }

    private void declare(Shopper shopper, Preference preference) {
        recorder.record(
                shopper,
                Interaction.of(
                        InteractionType.PREFERENCE,
                        shopper.id(),
                        0,
                        InteractionDetails.NONE.withText(preference.encode()),
                        clock.getAsLong()));
    }

    private Map<String, List<String>> declared(Shopper shopper) {
        return profiles.profile(shopper).declared();
    }

    private OptionalLong categoryId(String address) {
        Category category = catalog.findCategoryByURI(address);
        return category == null ? OptionalLong.empty() : OptionalLong.of(category.getId());
    }
}
