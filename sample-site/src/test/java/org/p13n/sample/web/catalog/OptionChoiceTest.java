package org.p13n.sample.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OptionChoiceTest {

    private final OptionChoice size = new OptionChoice(
            "size",
            "Size",
            List.of(
                    new OptionChoice.Value("S", false),
                    new OptionChoice.Value("M", false),
                    new OptionChoice.Value("L", true)));
    private final OptionChoice colour = new OptionChoice(
            "colour", "Colour", List.of(new OptionChoice.Value("Navy", false), new OptionChoice.Value("Sand", false)));
    private final OptionChoice.All choices = new OptionChoice.All(
            List.of(size, colour), List.of(List.of("S", "Navy"), List.of("S", "Sand"), List.of("M", "Sand")));

    @Test
    void tellsThePagesScriptWhatIsInStock() {
        assertThat(choices.script()).isEqualTo("S|Navy\nS|Sand\nM|Sand");
    }

    @Test
    void tellsShoppersWithoutScriptWhichCombinationsAreSoldOut() {
        assertThat(choices.soldOut()).isEqualTo("M / Navy");
    }
}
