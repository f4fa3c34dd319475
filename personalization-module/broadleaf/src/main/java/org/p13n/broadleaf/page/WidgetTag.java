package org.p13n.broadleaf.page;

import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.ranking.Tuning;
import org.thymeleaf.Arguments;
import org.thymeleaf.dom.AbstractTextNode;
import org.thymeleaf.dom.Element;
import org.thymeleaf.dom.Macro;
import org.thymeleaf.dom.NestableNode;
import org.thymeleaf.dom.Node;
import org.thymeleaf.processor.ProcessorResult;
import org.thymeleaf.processor.element.AbstractElementProcessor;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.unbescape.html.HtmlEscape;

/** A tag that is replaced by what it renders, or that leaves no trace. */
public abstract class WidgetTag extends AbstractElementProcessor {
    private static final int PRECEDENCE = 1_000;

    private final Tuning tuning;
    private final Failures failures;

    protected WidgetTag(String name, Tuning tuning, Failures failures) {
        super(name);
        this.tuning = tuning;
        this.failures = failures;
    }

    @Override
    public int getPrecedence() {
        return PRECEDENCE;
    }

    @Override
    protected ProcessorResult processElement(Arguments arguments, Element tag) {
        Optional<String> markup = Optional.empty();
        try {
            if (tuning.enabled()) {
                markup = render(arguments, tag);
            }
        } catch (RuntimeException e) {
            failures.report("rendering " + tag.getNormalizedName(), e);
        }
        if (markup.isPresent()) {
            tag.getParent().insertBefore(tag, new Macro(markup.get()));
        } else {
            removeWhiteSpaceBefore(tag);
        }
        tag.getParent().removeChild(tag);
        return ProcessorResult.OK;
    }

    /** The markup to put in the tag's place; empty if there is nothing to show. */
    protected abstract Optional<String> render(Arguments arguments, Element tag);

    /** The product that an attribute's expression yields, or null if the tag has no such attribute. */
    static Product product(Arguments arguments, Element tag, String attribute) {
        return evaluate(arguments, tag, attribute) instanceof Product product ? product : null;
    }

    /**
     * Renders a widget's template, which a shop overrides by putting one of the same path into its own templates, apart
     * from the page: if it fails, there is no widget, but there is a page.
     *
     * @param name under which the template finds the value, beside everything that the page knows
     */
    protected static String renderTemplate(String template, String name, Object value, Arguments page) {
        StringWriter markup = new StringWriter();
        page.getTemplateEngine().process(template, page.addLocalVariables(Map.of(name, value)), markup);
        return markup.toString().strip();
    }

    /** Under what path the container serves the shop; mostly empty. */
    static String contextPath() {
        return request().getContextPath();
    }

    /** The request whose page is rendered. */
    protected static HttpServletRequest request() {
        return BroadleafRequestContext.getBroadleafRequestContext().getRequest();
    }

    static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }

    private static Object evaluate(Arguments arguments, Element tag, String attribute) {
        String expression = tag.getAttributeValue(attribute);
        if (expression == null || expression.isBlank()) {
            return null;
        }
        return StandardExpressions.getExpressionParser(arguments.getConfiguration())
                .parseExpression(arguments.getConfiguration(), arguments, expression)
                .execute(arguments.getConfiguration(), arguments);
    }

    private static void removeWhiteSpaceBefore(Element tag) {
        if (previous(tag) instanceof AbstractTextNode text) {
            String content = text.getOriginalContent();
            int end = content.length();
            while (end > 0 && (content.charAt(end - 1) == ' ' || content.charAt(end - 1) == '\t')) {
                end--;
            }
            if (end > 0 && content.charAt(end - 1) == '\n') {
                end -= end > 1 && content.charAt(end - 2) == '\r' ? 2 : 1;
                text.setContent(content.substring(0, end), isEscaped(text));
            }
        }
    }

    /** A text node does not tell, but a text whose escaped form is its original form can be kept as escaped. */
    private static boolean isEscaped(AbstractTextNode text) {
        return text.getOriginalContent().equals(text.getEscapedContent());
    }

    private static Node previous(Element tag) {
        NestableNode parent = tag.getParent();
        Node previous = null;
        for (Node child : parent.getChildren()) {
            if (child == tag) {
                return previous;
            }
            previous = child;
        }
        return null;
    }
}
