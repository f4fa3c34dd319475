package org.p13n.broadleaf.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.broadleaf.Fake;

class BundleInputTest {
    private final AtomicLong clock = new AtomicLong(1_800_000_000_000L);
    private final DoubleSubmit doubleSubmit = new DoubleSubmit(5_000, clock::get);
    private final HttpSession session = session();

    @Test
    void oneToThreeDifferentProductsAreABundle() {
        assertThat(BundleRequest.productIds(new String[] {"3", "1", "2"})).contains(List.of(3L, 1L, 2L));
        assertThat(BundleRequest.productIds(new String[] {"999999999999999999"}))
                .isPresent();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"abc", "-1", "0", "1.5", " 1", "1 ", "1' OR 1=1", "99999999999999999999", "٣", "<b>1</b>"})
    void whatIsNoProductIdIsRefused(String value) {
        assertThat(BundleRequest.productIds(new String[] {value})).isEmpty();
    }

    @Test
    void tooManyNoneAndRepeatedProductsAreRefused() {
        assertThat(BundleRequest.productIds(null)).isEmpty();
        assertThat(BundleRequest.productIds(new String[0])).isEmpty();
        assertThat(BundleRequest.productIds(new String[] {"1", "2", "3", "4"})).isEmpty();
        assertThat(BundleRequest.productIds(new String[] {"1", "1"})).isEmpty();
    }

    @Test
    void theSameBundleWithinSecondsIsADoubleClick() {
        assertThat(doubleSubmit.isRepeated(session, List.of(1L, 2L))).isFalse();
        clock.addAndGet(400);
        assertThat(doubleSubmit.isRepeated(session, List.of(1L, 2L))).isTrue();
    }

    @Test
    void theSameBundleLaterAndAnotherBundleAreWishes() {
        assertThat(doubleSubmit.isRepeated(session, List.of(1L, 2L))).isFalse();
        assertThat(doubleSubmit.isRepeated(session, List.of(1L, 3L))).isFalse();
        clock.addAndGet(5_000);
        assertThat(doubleSubmit.isRepeated(session, List.of(1L, 3L))).isFalse();
    }

    @Test
    void whatDidNotSucceedMayBeTriedAgainAtOnce() {
        assertThat(doubleSubmit.isRepeated(session, List.of(1L))).isFalse();
        doubleSubmit.forget(session);
        assertThat(doubleSubmit.isRepeated(session, List.of(1L))).isFalse();
    }

    private static HttpSession session() {
        Map<String, Object> attributes = new HashMap<>();
        Function<Object[], Object> get = given -> attributes.get((String) given[0]);
        Function<Object[], Object> set = given -> {
            attributes.put((String) given[0], given[1]);
            return null;
        };
        Function<Object[], Object> remove = given -> {
            attributes.remove((String) given[0]);
            return null;
        };
        return Fake.of(HttpSession.class, Map.of("getAttribute", get, "setAttribute", set, "removeAttribute", remove));
    }
}
