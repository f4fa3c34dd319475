package org.p13n.broadleaf.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.p13n.engine.event.ShoppingContext.Device;
import org.p13n.engine.event.ShoppingContext.Referrer;

class ContextReaderTest {
    @ParameterizedTest
    @CsvSource({
        "'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605 Mobile/15E148 Safari/604',PHONE",
        "'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537 Chrome/123 Mobile Safari/537',PHONE",
        "'Mozilla/5.0 (Linux; Android 13; SM-X906C) AppleWebKit/537 Chrome/123 Safari/537',TABLET",
        "'Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605 Mobile/15E148 Safari/604',TABLET",
        "'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537 Chrome/124 Safari/537',DESKTOP",
        "'Mozilla/5.0 (Macintosh; Intel Mac OS X 14.4; rv:124.0) Gecko/20100101 Firefox/124.0',DESKTOP"
    })
    void tellsPhonesTabletsAndDesktopsApart(String userAgent, Device device) {
        assertThat(ContextReader.device(userAgent)).isEqualTo(device);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example/grocery,INTERNAL",
        "https://www.google.co.uk/,SEARCH_ENGINE",
        "https://duckduckgo.com/,SEARCH_ENGINE",
        "https://m.facebook.com/,SOCIAL",
        "https://t.co/abc,SOCIAL",
        "https://mail.google.com/,MAIL",
        "https://outlook.live.com/mail/,MAIL",
        "android-app://com.google.android.gm/,MAIL",
        "https://a-blog.example/post,OTHER",
        "https://notfacebook.example/,OTHER",
        "nonsense{},UNKNOWN"
    })
    void tellsWhereSomebodyCameFrom(String referer, Referrer referrer) {
        assertThat(ContextReader.referrer(referer, "shop.example")).isEqualTo(referrer);
    }

    @Test
    void whoComesFromNowhereTypedTheAddress() {
        assertThat(ContextReader.referrer(null, "shop.example")).isEqualTo(Referrer.DIRECT);
    }
}
