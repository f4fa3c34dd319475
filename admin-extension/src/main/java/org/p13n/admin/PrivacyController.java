package org.p13n.admin;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.web.controller.AdminAbstractController;
import org.p13n.broadleaf.config.PrivacyRecords;
import org.p13n.broadleaf.config.PrivacyRecords.Customer;
import org.p13n.broadleaf.config.PrivacyRecords.Stored;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Answers a person who asks what the shop has stored about him, and erases it. Who is asked for travels in the body of a
 * POST, so that no address ends up in a log or a browser's history. Each method checks the right of its own section
 * first.
 */
@Controller
@RequestMapping("/" + PrivacySection.PATH)
public class PrivacyController extends AdminAbstractController {
    private static final String PAGE = "modules/defaultContainer";
    private static final String TO_PAGE = "redirect:/" + PrivacySection.PATH;
    private static final int PROOFS = 20;
    private static final int LONGEST_SEARCH = 255;

    private final PersonalizationAccess access;
    private final PrivacyRecords records;
    private final MessageSource messages;
    private final LongSupplier clock = System::currentTimeMillis;

    public PrivacyController(PersonalizationAccess access, PrivacyRecords records, MessageSource messages) {
        this.access = access;
        this.records = records;
        this.messages = messages;
    }

    @RequestMapping(method = RequestMethod.GET)
    public String show(Model model, Locale locale, HttpServletResponse response) throws ServiceException {
        access.checkMayProtect();
        return page(model, locale, response);
    }

    /** @param who an e-mail address or a customer's number */
    @RequestMapping(value = "/find", method = RequestMethod.POST)
    public String find(
            @RequestParam(value = "who", required = false) String who,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws ServiceException {
        access.checkMayProtect();
        String wanted = who == null ? "" : who.strip();
        model.addAttribute("who", wanted.substring(0, Math.min(LONGEST_SEARCH, wanted.length())));
        List<Customer> found = wanted.isEmpty() || wanted.length() > LONGEST_SEARCH ? List.of() : records.find(wanted);
        Words words = words(locale);
        if (found.isEmpty()) {
            model.addAttribute("findError", words.say("privacy.find.none"));
        }
        model.addAttribute(
                "found",
                found.stream()
                        .map(customer -> records.read(customer.id()))
                        .flatMap(Optional::stream)
                        .map(stored -> PrivacyView.of(stored, words))
                        .toList());
        return page(model, locale, response);
    }

    @RequestMapping(value = "/export", method = RequestMethod.POST)
    public void export(@RequestParam("customerId") long customerId, HttpServletResponse response)
            throws ServiceException, IOException {
        access.checkMayProtect();
        if (records.read(customerId).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"personalization-" + customerId + ".json\"");
        response.setHeader("Cache-Control", "no-store");
        records.export(customerId, response.getWriter());
    }

    @RequestMapping(value = "/erase", method = RequestMethod.POST)
    public String erase(@RequestParam("customerId") long customerId, RedirectAttributes next) throws ServiceException {
        access.checkMayProtect();
        Optional<Stored> customer = records.read(customerId);
        if (customer.isPresent()) {
            try {
                next.addFlashAttribute("erased", records.erase(customerId));
                next.addFlashAttribute("headerFlash", "personalization.admin.privacy.erased");
            } catch (PrivacyRecords.RefusedException e) {
                next.addFlashAttribute("eraseError", e.getMessage());
            }
        }
        return TO_PAGE;
    }

    /** A form that is called up again after a new log-in. */
    @RequestMapping(value = "/{elsewhere}", method = RequestMethod.GET)
    public String elsewhere() throws ServiceException {
        access.checkMayProtect();
        return TO_PAGE;
    }

    /** Says in the admin's own page, and not in the server's, that the user has no right to this. */
    @ExceptionHandler(SecurityServiceException.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    public ModelAndView denied() {
        return new ModelAndView(PAGE, "viewType", "personalizationPrivacyDenied");
    }

    private String page(Model model, Locale locale, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        long now = clock.getAsLong();
        Words words = words(locale);
        setModelAttributes(model, PrivacySection.PATH);
        model.addAttribute("viewType", "personalizationPrivacy");
        model.addAttribute(
                "proofs",
                records.proofs(PROOFS).stream()
                        .map(proof -> PrivacyView.of(proof, now, words))
                        .toList());
        return PAGE;
    }

    private Words words(Locale locale) {
        return new Words(messages, locale, ZoneId.systemDefault());
    }
}
