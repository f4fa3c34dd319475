package org.p13n.broadleaf.page.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.junit.jupiter.api.Test;
import org.p13n.broadleaf.Fake;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.page.Texts;

class OwnPageLimitsTest {
    private static final long MINUTE = 60_000_000_000L;

    private final AtomicLong nanos = new AtomicLong();
    private final List<Integer> refused = new ArrayList<>();
    private long shopperId = 7;
    private final OwnPageLimits limits =
            new OwnPageLimits(20, () -> Optional.of(new Shopper(shopperId, false)), new Texts(), nanos::get);

    private boolean passes(String method, String path, String session) throws IOException {
        return passes(method, path, session, null);
    }

    private boolean passes(String method, String path, String session, String answer) throws IOException {
        HttpServletRequest request = Fake.of(
                HttpServletRequest.class,
                Map.of(
                        "getMethod",
                        method,
                        "getContextPath",
                        "",
                        "getRequestURI",
                        path,
                        "getParameter",
                        (Function<Object[], Object>) given -> answer,
                        "getSession",
                        (Function<Object[], Object>) given -> Fake.of(HttpSession.class, Map.of("getId", session))));
        HttpServletResponse response =
                Fake.of(HttpServletResponse.class, Map.of("sendError", (Function<Object[], Object>) given -> {
                    refused.add((Integer) given[0]);
                    return null;
                }));
        return limits.preHandle(request, response, new Object());
    }

    private int passed(int tries, String path, String session) throws IOException {
        int passed = 0;
        for (int i = 0; i < tries; i++) {
            passed += passes("POST", path, session) ? 1 : 0;
        }
        return passed;
    }

    @Test
    void oneSessionChangesSoMuchAMinuteAndIsToldWhenItIsTooMuch() throws IOException {
        assertThat(passed(30, "/personalization/quiz", "a")).isEqualTo(20);
        assertThat(refused).hasSize(10).containsOnly(429);
        nanos.addAndGet(MINUTE);
        assertThat(passed(30, "/personalization/remove", "a")).isEqualTo(20);
    }

    @Test
    void oneShopperInManySessionsHasOneAllowance() throws IOException {
        int passed = 0;
        for (int session = 0; session < 40; session++) {
            passed += passed(1, "/personalization/pause", "s" + session);
        }
        assertThat(passed).isEqualTo(20);
    }

    @Test
    void oneSessionWhoseShopperChangesWithEachErasureHasOneAllowance() throws IOException {
        int passed = 0;
        for (shopperId = 1; shopperId <= 10; shopperId++) {
            passed += passed(1, "/personalization/erase", "a");
        }
        assertThat(passed).isEqualTo(2);
    }

    @Test
    void downloadsAreHeavyAndReadingPagesIsFree() throws IOException {
        assertThat(passes("GET", "/personalization/download", "a")).isTrue();
        assertThat(passes("GET", "/personalization/download", "a")).isTrue();
        assertThat(passes("GET", "/personalization/download", "a")).isFalse();
        for (int i = 0; i < 100; i++) {
            assertThat(passes("GET", "/personalization", "a")).isTrue();
            assertThat(passes("GET", "/personalization/erase", "a")).isTrue();
            assertThat(passes("POST", "/p13n/bundle", "a")).isTrue();
        }
    }

    @Test
    void aNoIsAlwaysTaken() throws IOException {
        passed(30, "/personalization/consent", "a");
        assertThat(passes("POST", "/personalization/consent", "a", "yes")).isFalse();
        assertThat(passes("POST", "/personalization/consent", "a", "no")).isTrue();
    }
}
