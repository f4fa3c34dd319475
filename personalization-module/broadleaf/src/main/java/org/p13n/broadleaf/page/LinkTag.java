package org.p13n.broadleaf.page;

import java.util.Optional;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.ranking.Tuning;
import org.thymeleaf.Arguments;
import org.thymeleaf.dom.Element;

/**
 * The tag {@code <p13n:link text="…" wrap="li" />}: a link to the shopper's own page, in an element of its own if {@code
 * wrap} names one.
 */
public final class LinkTag extends WidgetTag {
    private static final String PATH = "/personalization";
    private static final String ELEMENT = "[a-z][a-z0-9]*";

    private final Texts texts;

    public LinkTag(Texts texts, Tuning tuning, Failures failures) {
        super("link", tuning, failures);
        this.texts = texts;
    }

    @Override
    protected Optional<String> render(Arguments arguments, Element tag) {
        String given = tag.getAttributeValue("text");
        String text = given == null || given.isBlank() ? texts.of("p13n.own.title") : given;
        String link = "<a href=\"" + contextPath() + PATH + "\">" + escaped(text) + "</a>";
        String wrap = tag.getAttributeValue("wrap");
        if (wrap == null) {
            return Optional.of(link);
        }
        if (!wrap.matches(ELEMENT)) {
            throw new IllegalArgumentException(
                    "The attribute wrap of p13n:link must name an element but is '" + wrap + "': correct the template");
        }
        return Optional.of("<" + wrap + ">" + link + "</" + wrap + ">");
    }
}
