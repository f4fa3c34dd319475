package org.p13n.broadleaf.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.yahoo.platform.yui.compressor.JavaScriptCompressor;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.junit.jupiter.api.Test;
import org.mozilla.javascript.ErrorReporter;
import org.mozilla.javascript.EvaluatorException;
import org.p13n.broadleaf.Fake;
import org.p13n.broadleaf.event.PageSubject;

class ScriptTest {
    private static final Path SCRIPT = Path.of("../../theme-templates/src/main/resources/p13n_style/js/p13n.js");

    @Test
    void theScriptIsSmallerThanThreeKilobytesAsItIsShipped() throws IOException {
        assertThat(Files.size(SCRIPT)).isLessThan(3 * 1024);
    }

    @Test
    void theScriptIsPlainEnoughForThePlatformsBundler() throws IOException {
        List<String> complaints = new ArrayList<>();
        StringWriter compressed = new StringWriter();
        new JavaScriptCompressor(new StringReader(Files.readString(SCRIPT)), complaining(complaints))
                .compress(compressed, -1, true, false, false, false);
        assertThat(complaints).isEmpty();
        assertThat(compressed.toString().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(500, 2_500);
    }

    @Test
    void aPlainPageCarriesOnlyWhereToSendAndItsToken() {
        assertThat(ScriptTag.markup("", "abc", new PageSubject(0, 0, List.of())))
                .isEqualTo("<script defer=\"defer\" src=\"/p13n/style/p13n.js\" data-p13n-to=\"/p13n/beacon\""
                        + " data-p13n-token=\"abc\"></script>");
    }

    @Test
    void aListIsDescribedByTheAddressesOfItsProducts() {
        Product odd = Fake.of(Product.class, Map.of("getUrl", "/café \"au\" lait"));
        Product none = Fake.of(Product.class, Map.of());
        assertThat(ScriptTag.markup("/shop", "abc", new PageSubject(0, 17, List.of(odd, none))))
                .contains("src=\"/shop/p13n/style/p13n.js\"")
                .contains("data-p13n-page=\"17\"")
                .contains("data-p13n-paths=\"/shop/caf%C3%A9%20%22au%22%20lait -\"");
    }

    private static ErrorReporter complaining(List<String> complaints) {
        return new ErrorReporter() {
            @Override
            public void warning(String message, String source, int line, String text, int offset) {
                complaints.add(line + ": " + message);
            }

            @Override
            public void error(String message, String source, int line, String text, int offset) {
                complaints.add(line + ": " + message);
            }

            @Override
            public EvaluatorException runtimeError(String message, String source, int line, String text, int offset) {
                return new EvaluatorException(line + ": " + message);
            }
        };
    }
}
