package org.p13n.broadleaf.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.p13n.engine.event.ShoppingContext;
import org.p13n.engine.event.ShoppingContext.Device;
import org.p13n.engine.event.ShoppingContext.Referrer;

/**
 * Reads from a request where and on what somebody shops, as wide classes: the browser's own words and addresses are
 * looked at and forgotten.
 */
public final class ContextReader {
    private static final Pattern TABLET =
            Pattern.compile("ipad|tablet|kindle|silk/|playbook|android(?!.*mobi)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE =
            Pattern.compile("mobi|iphone|ipod|android|windows phone", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL = Pattern.compile("(^|\\.)(mail|webmail|outlook|e?mail-?\\w*)\\.|\\.gm$");
    private static final Pattern SEARCH_ENGINE = Pattern.compile(
            "(^|\\.)(google|bing|duckduckgo|yahoo|yandex|baidu|ecosia|startpage|qwant|naver|seznam)\\.|^search\\.");
    private static final Pattern SOCIAL =
            Pattern.compile("(^|\\.)(facebook|instagram|pinterest|tiktok|twitter|reddit|linkedin|youtube|snapchat"
                    + "|threads|whatsapp|telegram)\\.|^(www\\.)?(x\\.com|t\\.co|lnkd\\.in|fb\\.me|youtu\\.be|t\\.me)$");

    private final String countryHeader;

    /** @param countryHeader the header in which the shop's own proxy says the visitor's country; empty = none does */
    public ContextReader(String countryHeader) {
        this.countryHeader = countryHeader;
    }

    public ShoppingContext read(HttpServletRequest request) {
        return new ShoppingContext(
                device(request.getHeader("User-Agent")),
                referrer(request.getHeader("Referer"), request.getServerName()),
                locale(),
                countryHeader.isEmpty() ? "" : request.getHeader(countryHeader));
    }

    static Device device(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return Device.UNKNOWN;
        }
        if (TABLET.matcher(userAgent).find()) {
            return Device.TABLET;
        }
        return PHONE.matcher(userAgent).find() ? Device.PHONE : Device.DESKTOP;
    }

    /** @param ownHost the host by which the shop was asked */
    static Referrer referrer(String referer, String ownHost) {
        if (referer == null || referer.isBlank()) {
            return Referrer.DIRECT;
        }
        String host = host(referer);
        if (host.isEmpty()) {
            return Referrer.UNKNOWN;
        }
        if (host.equalsIgnoreCase(ownHost)) {
            return Referrer.INTERNAL;
        }
        if (MAIL.matcher(host).find()) {
            return Referrer.MAIL;
        }
        if (SEARCH_ENGINE.matcher(host).find()) {
            return Referrer.SEARCH_ENGINE;
        }
        return SOCIAL.matcher(host).find() ? Referrer.SOCIAL : Referrer.OTHER;
    }

    private static String host(String referer) {
        try {
            String host = new URI(referer).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return ""; // whoever writes such a header does not say where he comes from
        }
    }

    private static String locale() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        Locale locale = context == null ? null : context.getJavaLocale();
        return locale == null ? "" : locale.toString();
    }
}
