package org.p13n.admin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.web.controller.AdminAbstractController;
import org.p13n.broadleaf.config.TrainedModels;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The section's page, its live figures and its forms. Each method checks the user's right first: the platform lets
 * every admin user reach every URL.
 */
@Controller
@RequestMapping("/" + PersonalizationSection.PATH)
public class PersonalizationController extends AdminAbstractController {
    private static final String PAGE = "modules/defaultContainer";
    private static final String TO_PAGE = "redirect:/" + PersonalizationSection.PATH;
    private static final int UNPROCESSABLE = 422;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final PersonalizationAccess access;
    private final PersonalizationTuning tuning;
    private final OverviewReader reader;
    private final TrainedModels models;

    public PersonalizationController(
            PersonalizationAccess access, PersonalizationTuning tuning, OverviewReader reader, TrainedModels models) {
        this.access = access;
        this.tuning = tuning;
        this.reader = reader;
        this.models = models;
    }

    @RequestMapping(method = RequestMethod.GET)
    public String show(@RequestParam(value = "days", required = false) String days, Model model, Locale locale)
            throws ServiceException {
        access.checkMayView();
        return page(OutcomeTable.period(days), model, locale);
    }

    @RequestMapping(value = "/status", method = RequestMethod.GET)
    @ResponseBody
    public Map<String, Object> status(Locale locale, HttpServletResponse response) throws ServiceException {
        access.checkMayView();
        response.setHeader("Cache-Control", "no-store");
        return OverviewJson.of(reader.read(locale));
    }

    @RequestMapping(value = "/switch", method = RequestMethod.POST)
    public String turn(
            @RequestParam(value = "enabled", required = false) String enabled,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws ServiceException {
        access.checkMayChange();
        if (!"true".equals(enabled) && !"false".equals(enabled)) {
            model.addAttribute("switchError", reader.words(locale).say("switch.rule", quotable(enabled)));
            return refused(model, locale, response);
        }
        tuning.turn(Boolean.parseBoolean(enabled), access.user());
        next.addFlashAttribute(
                "headerFlash",
                Boolean.parseBoolean(enabled) ? "personalization.admin.saved.on" : "personalization.admin.saved.off");
        return TO_PAGE;
    }

    @RequestMapping(value = "/strength", method = RequestMethod.POST)
    public String strengthen(
            @RequestParam(value = "strength", required = false) String written,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws ServiceException {
        access.checkMayChange();
        Optional<Strength> strength = Strength.written(written);
        if (strength.isEmpty()) {
            model.addAttribute("strengthWritten", written == null ? "" : written);
            model.addAttribute("strengthError", reader.words(locale).say("strength.rule", quotable(written)));
            return refused(model, locale, response);
        }
        tuning.strengthen(strength.get(), access.user());
        next.addFlashAttribute("headerFlash", "personalization.admin.saved.strength");
        return TO_PAGE;
    }

    @RequestMapping(value = "/learn", method = RequestMethod.POST)
    public String learn(RedirectAttributes next) throws ServiceException {
        access.checkMayChange();
        models.learnAnew();
        next.addFlashAttribute("headerFlash", "personalization.admin.saved.learn");
        return TO_PAGE;
    }

    @RequestMapping(value = "/stop", method = RequestMethod.POST)
    public String stop(RedirectAttributes next) throws ServiceException {
        access.checkMayChange();
        boolean running = models.training().isRunning();
        models.stopLearning();
        next.addFlashAttribute(
                "headerFlash", running ? "personalization.admin.saved.stop" : "personalization.admin.saved.stop.none");
        return TO_PAGE;
    }

    /** @param version the number of a stored model to go back to, or {@code newest} */
    @RequestMapping(value = "/model", method = RequestMethod.POST)
    public String showModel(
            @RequestParam(value = "version", required = false) String version,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next)
            throws ServiceException {
        access.checkMayChange();
        String wanted = version == null ? "" : version.strip();
        boolean newest = wanted.equals(PersonalizationTuning.NEWEST);
        if (!newest && !isStored(wanted)) {
            String why = NUMBER.matcher(wanted).matches() ? "models.gone" : "models.rule";
            model.addAttribute("modelError", reader.words(locale).say(why, quotable(version)));
            return refused(model, locale, response);
        }
        tuning.show(wanted, access.user());
        next.addFlashAttribute(
                "headerFlash", newest ? "personalization.admin.saved.newest" : "personalization.admin.saved.back");
        return TO_PAGE;
    }

    /** Any other path below the section, such as a form's that is called up again after a new log-in. */
    @RequestMapping(value = "/{elsewhere}", method = RequestMethod.GET)
    public String elsewhere() throws ServiceException {
        access.checkMayView();
        return TO_PAGE;
    }

    /** Says in the admin's own page, and not in the server's, that the user has no right to this. */
    @ExceptionHandler(SecurityServiceException.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    public ModelAndView denied() {
        return new ModelAndView(PAGE, "viewType", "personalizationDenied");
    }

    private boolean isStored(String version) {
        return models.list().stream()
                .anyMatch(one -> Long.toString(one.version()).equals(version));
    }

    private String page(int days, Model model, Locale locale) throws ServiceException {
        Overview overview = reader.read(locale);
        setModelAttributes(model, PersonalizationSection.PATH);
        model.addAttribute("viewType", "personalization");
        model.addAttribute("overview", overview);
        model.addAttribute("outcomes", reader.outcomes(days, locale));
        model.addAttribute("mayChange", access.mayChange());
        if (!model.containsAttribute("strengthWritten")) {
            model.addAttribute("strengthWritten", overview.strength());
        }
        return PAGE;
    }

    private String refused(Model model, Locale locale, HttpServletResponse response) throws ServiceException {
        response.setStatus(UNPROCESSABLE);
        return page(OutcomeTable.PERIODS.get(0), model, locale);
    }

    /** What was sent, as far as a message has room for it. */
    private static String quotable(String sent) {
        final int most = 40;
        String text = sent == null ? "" : sent.strip();
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
