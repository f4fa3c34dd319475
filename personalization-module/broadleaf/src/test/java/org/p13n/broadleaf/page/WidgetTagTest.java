package org.p13n.broadleaf.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.ranking.Tuning;
import org.thymeleaf.Arguments;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateProcessingParameters;
import org.thymeleaf.context.Context;
import org.thymeleaf.dom.Element;
import org.thymeleaf.resourceresolver.IResourceResolver;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.TemplateResolver;

class WidgetTagTest {
    private static final String LINE = "  <p13n:test placement=\"x\" />";

    private final Failures failures = new Failures();
    private boolean enabled = true;
    private boolean broken;
    private String markup = "<b>widget</b>";

    @Test
    void isReplacedByWhatItRenders() {
        assertThat(process(page(LINE))).contains("  <b>widget</b>\n").doesNotContain("p13n:test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void leavesThePageOfATemplateWithoutItsLineWhenThereIsNothingToShow(String newline) {
        markup = null;
        assertThat(process(page(LINE).replace("\n", newline)))
                .isEqualTo(process(page(null).replace("\n", newline)));
    }

    @Test
    void leavesThePageOfATemplateWithoutItsLineWhenItIsSwitchedOff() {
        enabled = false;
        assertThat(process(page(LINE))).isEqualTo(process(page(null)));
    }

    @Test
    void leavesThePageOfATemplateWithoutItsLinesWhenItFails() {
        broken = true;
        String twice = LINE + "\n\t" + LINE.strip();
        assertThat(process(page(twice))).isEqualTo(process(page(null)));
        assertThat(failures.last().kind()).isEqualTo("rendering p13n:test: IllegalStateException");
    }

    @Test
    void keepsTextThatStandsBeforeIt() {
        markup = null;
        assertThat(process("<div>\n<p>a &amp; \"b\" <i>c</i> d &lt; e   \n   <p13n:test/>\n</p>\n</div>"))
                .isEqualTo(process("<div>\n<p>a &amp; \"b\" <i>c</i> d &lt; e   \n</p>\n</div>"));
        assertThat(process("<p>before <p13n:test/> after</p>")).isEqualTo("<p>before  after</p>");
        assertThat(process("<p><p13n:test/></p>")).isEqualTo("<p></p>");
    }

    private static String page(String line) {
        String start = "<div>\n  <h1 th:text=\"${name}\">x</h1> &amp; &eacute; \"text\"\n";
        return start + (line == null ? "" : line + "\n") + "  <p>end</p>\n</div>\n";
    }

    private String process(String template) {
        Tuning tuning = new Tuning() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public double affinityStrength() {
                return 0;
            }
        };
        WidgetTag tag = new WidgetTag("test", tuning, failures) {
            @Override
            protected Optional<String> render(Arguments arguments, Element element) {
                if (broken) {
                    throw new IllegalStateException("broken");
                }
                return Optional.ofNullable(markup);
            }
        };
        TemplateResolver resolver = new TemplateResolver();
        resolver.setTemplateMode("HTML5");
        resolver.setResourceResolver(new TextResolver(template));
        TemplateEngine engine = new TemplateEngine();
        engine.setDialects(Set.of(new StandardDialect(), new P13nDialect(Set.of(tag))));
        engine.setTemplateResolver(resolver);
        Context context = new Context();
        context.setVariables(Map.of("name", "A & B"));
        return engine.process("page", context);
    }

    private record TextResolver(String template) implements IResourceResolver {
        @Override
        public String getName() {
            return "text";
        }

        @Override
        public java.io.InputStream getResourceAsStream(TemplateProcessingParameters parameters, String name) {
            return new java.io.ByteArrayInputStream(template.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
