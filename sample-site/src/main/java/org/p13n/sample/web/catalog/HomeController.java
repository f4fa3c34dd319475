package org.p13n.sample.web.catalog;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The home page. */
@Controller
public class HomeController {

    private final HomeShelves shelves;

    public HomeController(HomeShelves shelves) {
        this.shelves = shelves;
    }

    @RequestMapping(
            value = "/",
            method = {RequestMethod.GET, RequestMethod.HEAD})
    public String home(Model model) {
        model.addAttribute("newest", shelves.newest());
        model.addAttribute("bestSelling", shelves.bestSelling());
        model.addAttribute("reduced", shelves.reduced());
        return "home/home";
    }
}
