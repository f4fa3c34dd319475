package org.p13n.broadleaf.event.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.p13n.broadleaf.Fake;
import org.p13n.broadleaf.event.BeaconWorld;
import org.p13n.broadleaf.event.Counters;
import org.p13n.broadleaf.event.Counters.Counter;
import org.p13n.broadleaf.event.Failures;
import org.p13n.broadleaf.event.InteractionRecorder;
import org.p13n.broadleaf.event.Shopper;
import org.p13n.broadleaf.event.ShownLists;
import org.p13n.broadleaf.event.Visit;
import org.p13n.engine.event.Interaction;
import org.p13n.engine.event.InteractionQueue;
import org.p13n.engine.event.InteractionType;
import org.p13n.engine.event.ShoppingContext;
import org.p13n.engine.event.ShoppingContext.Device;
import org.p13n.engine.event.ShoppingContext.Referrer;

class BeaconTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
    private static final long SHOPPER = 7;
    private static final long LIST = 4_242;
    private static final int CAPACITY = 100;

    private final Counters counters = new Counters();
    private final Failures failures = new Failures();
    private final InteractionQueue queue = new InteractionQueue(1024);
    private final InteractionRecorder recorder = new InteractionRecorder(queue, List.of(), counters, failures);
    private final ShownLists lists = BeaconWorld.with(SHOPPER, LIST, 10L, 11L, 12L);
    private final BeaconReader reader = new BeaconReader(CAPACITY, 1_000, lists, recorder, counters, failures);
    private final AtomicLong tick = new AtomicLong();
    private final BeaconLimits limits = new BeaconLimits(1_000_000, 1_000_000, () -> tick.addAndGet(1_000_000));
    private final BeaconFilter filter = new BeaconFilter(reader, limits, counters);
    private final Map<String, Object> session = new HashMap<>();
    private final Map<String, String> headers =
            new HashMap<>(Map.of("User-Agent", FIREFOX, "Sec-Fetch-Site", "same-origin", "Host", "shop.example:8080"));
    private final String token =
            BeaconSession.token(request("GET", new byte[0]), visit()).orElseThrow();

    @Test
    void whatABrowserSawChoseAndReadIsRecorded() {
        post("1 " + token + "\ns " + LIST + " 3\nc " + LIST + " 2\nd 10 5\nq 12");

        assertThat(recorded())
                .extracting(Interaction::type)
                .containsExactly(
                        InteractionType.IMPRESSION_SEEN,
                        InteractionType.CLICK,
                        InteractionType.DWELL,
                        InteractionType.QUICK_LOOK);
        assertThat(counters.of(Counter.BEACONS_TAKEN)).isEqualTo(1);
    }

    @Test
    void theSecondReportOfTheSameIsIgnored() {
        post("1 " + token + "\nc " + LIST + " 2\nc " + LIST + " 2");

        assertThat(recorded()).singleElement().satisfies(click -> {
            assertThat(click.itemId()).isEqualTo(11);
            assertThat(click.shopperId()).isEqualTo(SHOPPER);
            assertThat(click.details().context().device()).isEqualTo(Device.PHONE);
        });
        assertThat(counters.of(Counter.BEACON_LINES_IGNORED)).isEqualTo(1);
    }

    @Test
    void anOriginOfThisHostIsAsGoodAsTheBrowsersOwnWord() {
        headers.remove("Sec-Fetch-Site");
        headers.put("Origin", "https://shop.example:8080");
        post("1 " + token + "\ns " + LIST + " 1");
        assertThat(recorded()).hasSize(1);
    }

    @Nested
    class Refuses {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "s 4243 1",
                    "s 4242 4",
                    "s 4242 0",
                    "s 4242 -1",
                    "s 4242",
                    "s 4242 1 1",
                    "c 4242 4",
                    "c 4242 99999999999999999999",
                    "d 13 5",
                    "d 10 3601",
                    "d 10 3600",
                    "d 10 0",
                    "q 99",
                    "q -10",
                    "x 4242 1",
                    "",
                    "s  4242 1",
                    "S 4242 1",
                    "s 4242 1\r",
                    "s 0x10 1"
                })
        void whatCannotBeTrue(String line) {
            post("1 " + token + "\n" + line);
            assertThat(recorded()).isEmpty();
            assertThat(counters.of(Counter.BEACON_LINES_IGNORED)).isEqualTo(1);
        }

        @Test
        void aWrongOrMissingToken() {
            post("1 " + token + "x\ns " + LIST + " 1");
            post("1 \ns " + LIST + " 1");
            post("2 " + token + "\ns " + LIST + " 1");
            post("");
            assertThat(recorded()).isEmpty();
        }

        @Test
        void whatAnotherSiteSends() {
            headers.put("Sec-Fetch-Site", "cross-site");
            isRefused();
            headers.remove("Sec-Fetch-Site");
            isRefused();
            headers.put("Origin", "https://evil.example");
            isRefused();
            headers.put("Origin", "null");
            isRefused();
        }

        @Test
        void whoeverWantsPrivacy() {
            headers.put("Sec-GPC", "1");
            isRefused();
        }

        @Test
        void bots() {
            headers.put("User-Agent", "Googlebot/2.1");
            isRefused();
        }

        @Test
        void aRequestWithoutASessionOfOurs() {
            session.clear();
            isRefused();
        }

        @Test
        void otherMethods() {
            int status = send(request("PUT", valid()));
            assertThat(status).isEqualTo(HttpServletResponse.SC_NO_CONTENT);
            reader.readAll();
            assertThat(recorded()).isEmpty();
        }

        @Test
        void whatIsTooLong() {
            byte[] body = new byte[Beacon.LONGEST + 1];
            System.arraycopy(valid(), 0, body, 0, valid().length);
            send(request("POST", body));
            assertThat(reader.waiting()).isZero();
        }

        @Test
        void moreThanItsLimits() {
            long[] now = {0};
            BeaconLimits few = new BeaconLimits(2, 3, () -> now[0]);
            assertThat(few.allow(SHOPPER)).isTrue();
            assertThat(few.allow(SHOPPER)).isTrue();
            assertThat(few.allow(SHOPPER)).isFalse();
            assertThat(few.allow(8)).isTrue();
            assertThat(few.allow(9)).isFalse();
            now[0] = TimeUnit.MINUTES.toNanos(1);
            assertThat(few.allow(SHOPPER)).isTrue();
            assertThat(new BeaconLimits(0, 3).allow(SHOPPER)).isFalse();
        }

        @Test
        void whatFindsNoRoom() {
            for (int i = 0; i < CAPACITY + 10; i++) {
                send(request("POST", valid()));
            }
            assertThat(reader.waiting()).isEqualTo(CAPACITY);
            assertThat(counters.of(Counter.BEACONS_REFUSED)).isEqualTo(10);
        }

        private void isRefused() {
            send(request("POST", valid()));
            assertThat(reader.waiting()).isZero();
        }

        private byte[] valid() {
            return bytes("1 " + token + "\ns " + LIST + " 1");
        }
    }

    /** A million bodies that no browser of ours sends; a reader that keeps up and one that stands still. */
    @Test
    void aMillionMalformedBodiesLeaveNothingBehind() {
        SplittableRandom random = new SplittableRandom(20_240_607);
        int[] status = new int[1];
        Function<Object[], Object> answered = given -> status[0] = (int) given[0];
        HttpServletResponse watched = Fake.of(HttpServletResponse.class, Map.of("setStatus", answered));
        ReplacedBody body = new ReplacedBody();
        HttpServletRequest request = request("POST", body);
        for (int i = 0; i < 1_000_000; i++) {
            body.bytes = Malformed.body(random, token, LIST);
            status[0] = 0;
            filter.doFilter(request, watched, null);
            if (status[0] != HttpServletResponse.SC_NO_CONTENT || reader.waiting() > CAPACITY) {
                throw new AssertionError("status " + status[0] + ", waiting " + reader.waiting() + " after body " + i);
            }
            if (i % 150 == 0) {
                reader.readAll();
            }
        }
        reader.readAll();

        assertThat(recorded()).isEmpty();
        assertThat(failures.count()).isZero();
        assertThat(counters.of(Counter.BEACONS_TAKEN)).isGreaterThan(500_000);
    }

    private void post(String body) {
        assertThat(send(request("POST", bytes(body)))).isEqualTo(HttpServletResponse.SC_NO_CONTENT);
        reader.readAll();
    }

    private int send(HttpServletRequest request) {
        int[] status = new int[1];
        Function<Object[], Object> answered = given -> status[0] = (int) given[0];
        filter.doFilter(request, Fake.of(HttpServletResponse.class, Map.of("setStatus", answered)), null);
        return status[0];
    }

    private HttpServletRequest request(String method, byte[] bytes) {
        ReplacedBody body = new ReplacedBody();
        body.bytes = bytes;
        return request(method, body);
    }

    private HttpServletRequest request(String method, ReplacedBody body) {
        Function<Object[], Object> attribute = given -> session.get((String) given[0]);
        Function<Object[], Object> keep = given -> session.put((String) given[0], given[1]);
        HttpSession fake = Fake.of(HttpSession.class, Map.of("getAttribute", attribute, "setAttribute", keep));
        Function<Object[], Object> header = given -> headers.get((String) given[0]);
        Function<Object[], Object> stream = given -> body.stream();
        return Fake.of(
                HttpServletRequest.class,
                Map.of(
                        "getMethod", method,
                        "getContentLength", -1,
                        "getHeader", header,
                        "getSession", fake,
                        "getInputStream", stream));
    }

    private List<Interaction> recorded() {
        List<Interaction> drained = new ArrayList<>();
        queue.drainTo(drained, 1_000);
        return drained;
    }

    private static Visit visit() {
        return new Visit(
                new Shopper(SHOPPER, false), new ShoppingContext(Device.PHONE, Referrer.INTERNAL, "en_US", ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class ReplacedBody {
        private byte[] bytes;

        ServletInputStream stream() {
            ByteArrayInputStream stream = new ByteArrayInputStream(bytes);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return stream.read();
                }

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    return stream.read(target, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return stream.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
