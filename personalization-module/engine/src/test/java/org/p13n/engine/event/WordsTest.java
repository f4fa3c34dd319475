package org.p13n.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of interactions that say something: what is written is read, and nothing else. */
class WordsTest {
    @Nested
    class APreference {
        @Test
        void isReadable() {
            Preference preference = new Preference("skin type", List.of("dry", "sensitive", "dry", " "));
            assertThat(preference.encode()).isEqualTo("skin+type=dry,sensitive");
            assertThat(Preference.decode("skin+type=dry,sensitive")).isEqualTo(preference);
        }

        @Test
        void withoutAnswersIsWithdrawn() {
            assertThat(Preference.decode("diet=").answers()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "diet", "=vegan", "%zz=a", "a=%"})
        void thatCannotBeReadIsNone(String text) {
            assertThat(Preference.read(text)).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> Preference.decode(text));
        }
    }

    @Nested
    class AConclusion {
        @Test
        void isReadable() {
            assertThat(new Conclusion(Conclusion.Kind.ATTRIBUTE, "colour=red").encode())
                    .isEqualTo("attribute:colour%3Dred");
            assertThat(Conclusion.of(Conclusion.Kind.NOT_ITEM, 12).encode()).isEqualTo("not-item:12");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "brand", "brand:", ":Acme", "hat:1", "category:x", "price:", "brand:%zz"})
        void thatCannotBeReadIsNone(String text) {
            assertThat(Conclusion.read(text)).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> Conclusion.decode(text));
        }
    }

    @Nested
    class AShownList {
        @ParameterizedTest
        @ValueSource(strings = {"", "a|b", "a|b|x|0|1", "a|b|1|0|x", "a|b|1|0|1|"})
        void thatCannotBeReadIsNone(String text) {
            assertThat(ShownList.read(text)).isEmpty();
        }

        @Test
        void isReadAsItWasWritten() {
            ShownList list = new ShownList("home", "also-like", 17, 3, List.of(5L, -8L));
            assertThat(ShownList.read(list.encode())).contains(list);
        }
    }

    @Property(seed = "1", tries = 200)
    void aPreferenceIsReadAsItWasWritten(
            @ForAll @NotBlank String question, @ForAll @Size(max = 5) List<@NotBlank String> answers) {
        Preference preference = new Preference(
                paired(question), answers.stream().map(WordsTest::paired).toList());
        assertThat(Preference.decode(preference.encode())).isEqualTo(preference);
    }

    @Property(seed = "2", tries = 200)
    void aConclusionIsReadAsItWasWritten(
            @ForAll Conclusion.Kind kind, @ForAll @NotBlank String value, @ForAll long id) {
        Conclusion line = new Conclusion(kind, kind.isNumbered() ? Long.toString(id) : paired(value));
        assertThat(Conclusion.decode(line.encode())).isEqualTo(line);
    }

    /** No URL holds half a surrogate pair. */
    private static String paired(String text) {
        return text.replaceAll("[\\ud800-\\udfff]", "x");
    }
}
