package org.p13n.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeavyShopperTest {
    private static final int EIGHT_KILOBYTES = 8 * 1024;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void takesLessThanEightKilobytes(long seed) {
        String text = new HeavyShopper(seed).after(10_000).encode();
        assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                .as(text)
                .isGreaterThan(EIGHT_KILOBYTES / 2)
                .isLessThan(EIGHT_KILOBYTES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isReadAndWrittenUnchanged(long seed) {
        String text = new HeavyShopper(seed).after(10_000).encode();
        assertThat(ShopperProfile.decode(text).encode()).isEqualTo(text);
    }
}
