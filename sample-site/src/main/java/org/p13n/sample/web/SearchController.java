package org.p13n.sample.web;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.core.web.controller.catalog.BroadleafSearchController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search result page, at {@code /search?q=…}. */
@Controller
public class SearchController extends BroadleafSearchController {

    @Override
    @RequestMapping("/search")
    public String search(
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(value = "q", required = false) String query)
            throws ServletException, IOException, ServiceException {
        return super.search(model, request, response, query);
    }
}
