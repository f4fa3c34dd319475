package org.p13n.sample.web.page;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.Controller;

/** The page for an address that nothing else answers, with the shop's menu and search around it. */
public final class NotFoundController implements Controller {

    @Override
    public ModelAndView handleRequest(HttpServletRequest request, HttpServletResponse response) {
        return page(response);
    }

    /** The page, as any controller may answer for something that is not, or no longer, there. */
    public static ModelAndView page(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return new ModelAndView("error/404").addObject("title", "Page not found");
    }
}
