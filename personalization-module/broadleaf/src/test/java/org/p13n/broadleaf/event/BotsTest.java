package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BotsTest {
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 (compatible; bingbot/2.0)",
                "facebookexternalhit/1.1",
                "curl/8.5.0",
                "python-requests/2.31",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/130.0 Safari/537.36"
            })
    void programsAreToldApart(String userAgent) {
        assertThat(Bots.isBot(userAgent)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1",
                "Mozilla/5.0 (Linux; Android 14; Cubot X50) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
                "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
            })
    void peopleAreNotTakenForPrograms(String userAgent) {
        assertThat(Bots.isBot(userAgent)).isFalse();
    }
}
