package org.p13n.engine.model.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class PlainWordsTest {
    @Example
    void cutsAtEverythingThatIsNeitherLetterNorDigit() {
        assertThat(words("Brother TN-2110/Toner, 1.5 kg"))
                .containsExactly("brother", "tn", "2110", "toner", "1", "5", "kg");
    }

    @Example
    void foldsAccentsAndLigatures() {
        assertThat(words("Café Ångström ﬁlter")).containsExactly("cafe", "angstrom", "filter");
    }

    @Example
    void turnsEnglishPluralsIntoSingulars() {
        assertThat(words("batteries boxes switches headphones glasses lens bus chassis 4s ps"))
                .containsExactly("battery", "box", "switch", "headphone", "glass", "len", "bus", "chassis", "4s", "ps");
    }

    @Example
    void dropsThePossessive() {
        assertThat(words("women's men’s 5's")).containsExactly("women", "men", "5", "s");
    }

    @Property(seed = "1")
    void anyTextGivesWordsOfLettersAndDigits(@ForAll String text) {
        assertThat(words(text)).allSatisfy(word -> {
            assertThat(word).isNotEmpty();
            assertThat(word.toLowerCase(Locale.ROOT)).isEqualTo(word);
        });
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        new PlainWords().read(text, words::add);
        return words;
    }
}
