package org.p13n.sample.web;

import java.util.List;
import javax.annotation.Resource;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** The home page. */
@Controller
public class HomeController {

    @Resource(name = "blCatalogService")
    private CatalogService catalog;

    @RequestMapping("/")
    public String home(Model model) {
        List<Category> all = catalog.findAllCategories();
        model.addAttribute("departments", all);
        return "home/home";
    }
}
