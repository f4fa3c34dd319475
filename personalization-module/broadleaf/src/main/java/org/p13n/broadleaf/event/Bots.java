package org.p13n.broadleaf.event;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells programs that fetch pages from people who look at them, by what they say about themselves. */
public final class Bots {
    private static final Pattern NAMES = Pattern.compile(
            "(?<!cu)bot\\b|crawl|spider|slurp|mediapartners|facebookexternalhit|embedly|preview|monitor|uptime"
                    + "|pingdom|lighthouse|headlesschrome|phantomjs|scrapy|wget|curl/|python-|java/|libwww|httpclient|okhttp"
                    + "|go-http|feedfetcher|archiver|validator");

    private Bots() {}

    /** @param userAgent the request's header of that name; a missing one is a program's */
    public static boolean isBot(String userAgent) {
        return userAgent == null
                || userAgent.isBlank()
                || NAMES.matcher(userAgent.toLowerCase(Locale.ROOT)).find();
    }
}
