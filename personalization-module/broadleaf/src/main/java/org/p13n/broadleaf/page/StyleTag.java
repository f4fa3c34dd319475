package org.p13n.broadleaf.page;

import java.util.Optional;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.ranking.Tuning;
import org.thymeleaf.Arguments;
import org.thymeleaf.dom.Element;

/** The tag {@code <p13n:style />} for the page's head: the style sheet of the widgets, as long as there are any. */
public final class StyleTag extends WidgetTag {
    private static final String PATH = "/p13n/style/p13n.css";

    public StyleTag(Tuning tuning, Failures failures) {
        super("style", tuning, failures);
    }

    @Override
    protected Optional<String> render(Arguments arguments, Element tag) {
        return Optional.of("<link rel=\"stylesheet\" href=\"" + contextPath() + PATH + "\"/>");
    }
}
