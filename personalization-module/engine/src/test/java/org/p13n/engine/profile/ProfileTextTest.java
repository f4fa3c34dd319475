package org.p13n.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.engine.event.Interaction;

class ProfileTextTest {
    @Test
    void isReadable() {
        ItemFacts facts = new ItemFacts(10, "Crème", "L|Ö;=@réal", new long[] {3}, 0);
        ShopperProfile profile = ShopperProfile.empty(7).with(Interaction.productView(7, 10, 1000), facts);
        assertThat(profile.encode())
                .isEqualTo("p1|7|1|1000|1.0@1000;3=1.0@1000|1.0@1000;L%7C%C3%96%3B%3D%40r%C3%A9al=1.0@1000|10@1000||");
        assertThat(ShopperProfile.decode(profile.encode()).topBrands(1, 1000))
                .extracting(BrandAffinity::brand)
                .containsExactly("L|Ö;=@réal");
    }

    @Test
    void holdsAnEmptyProfile() {
        ShopperProfile read = ShopperProfile.decode(ShopperProfile.empty(7).encode());
        assertThat(read.isEmpty()).isTrue();
        assertThat(read.shopperId()).isEqualTo(7);
    }

    @Test
    void ofANewerVersionSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShopperProfile.decode("p2|whatever"))
                .withMessageContaining("must have version p1 but has p2")
                .withMessageContaining("update the module");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "p1|7",
                "p1|x|1|1|0.0@0|0.0@0|||",
                "p1|7|-1|1|0.0@0|0.0@0|||",
                "p1|7|1|1|NaN@0|0.0@0|||",
                "p1|7|1|1|0.0@0;3=1.0|0.0@0|||",
                "p1|7|1|1|0.0@0;3|0.0@0|||",
                "p1|7|1|1|0.0@0|0.0@0;%zz=1@1|||",
                "p1|7|1|1|0.0@0|0.0@0|10||",
                "p1|7|1|1|||||"
            })
    void thatIsBrokenSaysSo(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShopperProfile.decode(text))
                .withMessageContaining("A stored profile must");
    }
}
