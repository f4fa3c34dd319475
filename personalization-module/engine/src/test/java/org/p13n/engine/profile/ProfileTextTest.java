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
                .isEqualTo(
                        "p2|7|1|1000|category:1@0;1x1@0 3|brand:1@0;1x1@0 L%7cÖ%3b=@réal|time:1@0;1x1@0 12|viewed:0 10");
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
    void ofAnotherVersionSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShopperProfile.decode("p1|7|0|0|0.0@0|0.0@0|||"))
                .withMessageContaining("must have version p2 but has p1")
                .withMessageContaining("built again from the interactions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "p2|7",
                "p2|x|1|1",
                "p2|7|-1|1",
                "p2|7|1|1|brand",
                "p2|7|1|1|hat:1@0",
                "p2|7|1|1|brand:NaN@0",
                "p2|7|1|1|category:1@0;1x1@0 x",
                "p2|7|1|1|category:1@0;1x1@9 3",
                "p2|7|1|1|category:1@0;1x-1@0 3",
                "p2|7|1|1|brand:1@0;1x1@0 %zz",
                "p2|7|1|1|viewed:10",
                "p2|7|1|1|viewed:-1 10",
                "p2|7|1|1|cadence:5 10",
                "p2|7|1|1|rejected:0 hat:3",
                "p2|7|1|1|rejected:0 not-item:x",
                "p2|7|1|1|declared:0 diet",
                "p2|7|1|1|paused:-1"
            })
    void thatIsBrokenSaysSo(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShopperProfile.decode(text))
                .withMessageContaining("A stored profile must");
    }
}
