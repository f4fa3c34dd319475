package org.p13n.broadleaf.page.own;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.p13n.broadleaf.event.CurrentShopper;
import org.p13n.broadleaf.event.ShownLists;
import org.p13n.broadleaf.event.ShownLists.Shown;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Answers {@code GET /p13n/why?list=…&product=…}: why a product stood in a list, in a sentence and with its evidence, to
 * the shopper to whom the list was shown. To anybody else, and for anything else, there is nothing there.
 */
public final class WhyController {
    private static final String ID = "[1-9]\\d{0,17}";

    private final ShownLists lists;
    private final CurrentShopper currentShopper;
    private final WhyShown why;

    public WhyController(ShownLists lists, CurrentShopper currentShopper, WhyShown why) {
        this.lists = lists;
        this.currentShopper = currentShopper;
        this.why = why;
    }

    @RequestMapping(value = "/p13n/why", method = RequestMethod.GET)
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OwnPageController.noStore(response);
        long listId = id(request.getParameter("list"));
        long productId = id(request.getParameter("product"));
        Optional<Shown> shown = currentShopper
                .find()
                .flatMap(shopper -> lists.find(shopper.id(), listId))
                .filter(list -> list.position(productId) > 0);
        if (shown.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(why.json(currentShopper.find().orElseThrow(), shown.get(), productId));
    }

    /** 0, which no list and no product has, for what is no id. */
    private static long id(String text) {
        return text == null || !text.matches(ID) ? 0 : Long.parseLong(text);
    }
}
