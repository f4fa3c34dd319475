package org.p13n.broadleaf.event.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.p13n.engine.event.ShopperIds;

class VisitorCookieTest {
    private static final IdentitySecret SECRET = IdentitySecret.ofHex("0123456789abcdef".repeat(4));
    private static final IdentitySecret OTHER = IdentitySecret.ofHex("fedcba9876543210".repeat(4));
    private static final long TODAY = 20_000;
    private static final int DAYS = 390;

    @Property(tries = 500)
    void anyVisitorIsRecognizedByHisCookieAsLongAsItIsGood(
            @ForAll long random, @ForAll @IntRange(max = DAYS) int age, @ForAll boolean agreed) {
        VisitorCookie cookie = new VisitorCookie(ShopperIds.visitor(random), TODAY - age, agreed);
        assertThat(VisitorCookie.decode(cookie.encode(SECRET), SECRET, TODAY, DAYS))
                .contains(cookie);
    }

    @Property(tries = 200)
    void aCookieWithAnyBitFlippedIsRefused(@ForAll long random, @ForAll @LongRange(min = 1, max = TODAY) long day) {
        String good = new VisitorCookie(ShopperIds.visitor(random), day, true).encode(SECRET);
        for (int i = 0; i < good.length(); i++) {
            for (int bit = 0; bit < Character.SIZE; bit++) {
                char flipped = (char) (good.charAt(i) ^ (1 << bit));
                String text = good.substring(0, i) + flipped + good.substring(i + 1);
                assertThat(VisitorCookie.decode(text, SECRET, TODAY, Integer.MAX_VALUE))
                        .as(text)
                        .isEmpty();
            }
        }
    }

    @Property(tries = 2_000)
    void garbageIsRefusedAndThrowsNothing(@ForAll String garbage) {
        assertThat(VisitorCookie.decode(garbage, SECRET, TODAY, DAYS)).isEmpty();
    }

    @Nested
    class Refuses {
        private final VisitorCookie cookie = new VisitorCookie(ShopperIds.visitor(7), TODAY, true);

        @Test
        void oneThatSomebodyElseSigned() {
            assertThat(decode(cookie.encode(OTHER))).isEmpty();
        }

        @Test
        void oneThatIsTooOld() {
            assertThat(decode(issued(TODAY - DAYS))).isNotEmpty();
            assertThat(decode(issued(TODAY - DAYS - 1))).isEmpty();
        }

        @Test
        void oneFromTheFuture() {
            assertThat(decode(issued(TODAY + 1))).isEmpty();
        }

        @Test
        void oneThatIsTooLong() {
            String good = cookie.encode(SECRET);
            assertThat(decode(good + "A")).isEmpty();
            assertThat(decode(good + "A".repeat(1_000_000))).isEmpty();
            assertThat(decode("1".repeat(1_000_000))).isEmpty();
        }

        @Test
        void oneThatNamesACustomerASessionOrABasketHoweverWellItIsSigned() {
            for (long id : new long[] {7, ShopperIds.session(7), ShopperIds.basket(7)}) {
                assertThat(decode(new VisitorCookie(id, TODAY, true).encode(SECRET)))
                        .isEmpty();
            }
            assertThat(decode(new VisitorCookie(0, TODAY, true).encode(SECRET))).isEmpty();
        }

        @Test
        void aSignatureForAnotherPurpose() {
            String good = cookie.encode(SECRET);
            String content = good.substring(0, good.lastIndexOf('.'));
            assertThat(decode(content + "." + SECRET.sign("erasure", content))).isEmpty();
        }

        private String issued(long day) {
            return new VisitorCookie(cookie.visitorId(), day, true).encode(SECRET);
        }

        private static Optional<VisitorCookie> decode(String text) {
            return VisitorCookie.decode(text, SECRET, TODAY, DAYS);
        }
    }

    @Test
    void differentVisitorsHaveDifferentSignatures() {
        Set<String> seen = new HashSet<>();
        for (long random = 0; random < 1_000; random++) {
            assertThat(seen.add(new VisitorCookie(ShopperIds.visitor(random), TODAY, true).encode(SECRET)))
                    .isTrue();
        }
    }

    @Test
    void aSecretThatIsTooShortOrNoNumberIsRefusedWithoutBeingQuoted() {
        for (String bad : new String[] {"abc", "0123456789abcdef".repeat(3), "secret-".repeat(20)}) {
            assertThatThrownBy(() -> IdentitySecret.ofHex(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("personalization.identity.key must be at least 64 hexadecimal digits")
                    .hasMessageNotContaining(bad)
                    .hasNoCause();
        }
        assertThat(SECRET.toString()).isEqualTo("IdentitySecret");
    }
}
