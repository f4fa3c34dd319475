package org.p13n.sample.web.account;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** The log-in page; its form goes to the platform's security filter. */
@Controller
public class LoginController {

    @RequestMapping(value = "/login", method = RequestMethod.GET)
    public String show(
            @RequestParam(value = "error", required = false) String error,
            @RequestParam(value = "successUrl", required = false) String successUrl,
            Model model) {
        model.addAttribute("title", "Log in");
        model.addAttribute("failed", error != null);
        model.addAttribute("successUrl", successUrl == null ? null : LocalAddress.of(successUrl));
        return "account/login";
    }
}
