package org.p13n.broadleaf.event.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.p13n.broadleaf.Fake;
import org.springframework.web.context.request.ServletWebRequest;

/** A browser with a cookie and an HTTP session at the shop, whose requests the platform's filters have passed. */
final class Browser {
    String cookie;
    String no;
    boolean keepsCookies = true;
    String lastSetCookie;
    boolean signal;
    boolean secure;
    String agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    HttpServletRequest request;
    HttpServletResponse response;
    private Map<String, Object> session = new HashMap<>();
    private boolean bringsSession;
    private Customer customer;

    Browser(long platformId) {
        customer = customer(platformId, true);
    }

    /** As the platform does it: the anonymous customer is replaced. */
    void logIn(long customerId) {
        customer = customer(customerId, false);
    }

    /** As the platform does it when staff act for a customer. */
    void isUsedByStaffFor(long customerId) {
        customer = customer(customerId, false);
        session.put("_blc_overrideCustomerId", customerId);
    }

    /** The session ends, and the platform makes up another anonymous customer. */
    void logOut(long platformId) {
        session = new HashMap<>();
        bringsSession = false;
        customer = customer(platformId, true);
    }

    /** The next request has begun: controllers and interceptors of this thread see it. */
    Browser asks() {
        Map<String, Object> attributes = new HashMap<>(Map.of("customer", customer));
        boolean brings = bringsSession;
        request = Fake.of(
                HttpServletRequest.class,
                answers(
                        "getMethod",
                        "GET",
                        "getContextPath",
                        "",
                        "isSecure",
                        secure,
                        "isRequestedSessionIdFromCookie",
                        brings,
                        "isRequestedSessionIdValid",
                        brings,
                        "getHeader",
                        (Function<Object[], Object>) given -> header((String) given[0]),
                        "getCookies",
                        (Function<Object[], Object>) given -> cookies(),
                        "getSession",
                        (Function<Object[], Object>) given -> session(),
                        "getAttribute",
                        (Function<Object[], Object>) given -> attributes.get(given[0]),
                        "setAttribute",
                        (Function<Object[], Object>) given -> attributes.put((String) given[0], given[1]),
                        "removeAttribute",
                        (Function<Object[], Object>) given -> attributes.remove(given[0])));
        response = Fake.of(HttpServletResponse.class, Map.of("addHeader", (Function<Object[], Object>)
                given -> take((String) given[1])));
        BroadleafRequestContext context = new BroadleafRequestContext();
        context.setRequest(request);
        context.setWebRequest(new ServletWebRequest(request, response));
        BroadleafRequestContext.setBroadleafRequestContext(context);
        bringsSession = keepsCookies;
        return this;
    }

    private static Map<String, Object> answers(Object... namesAndAnswers) {
        Map<String, Object> answers = new HashMap<>();
        for (int i = 0; i < namesAndAnswers.length; i += 2) {
            answers.put((String) namesAndAnswers[i], namesAndAnswers[i + 1]);
        }
        return answers;
    }

    private Cookie[] cookies() {
        Cookie[] cookies = Stream.of(new String[] {VisitorCookies.NAME, cookie}, new String[] {VisitorCookies.NO, no})
                .filter(pair -> pair[1] != null)
                .map(pair -> new Cookie(pair[0], pair[1]))
                .toArray(Cookie[]::new);
        return cookies.length == 0 ? null : cookies;
    }

    /** The platform's customer of the request that this thread serves. */
    static Customer customer() {
        return (Customer) BroadleafRequestContext.getBroadleafRequestContext()
                .getRequest()
                .getAttribute("customer");
    }

    private Object take(String setCookie) {
        lastSetCookie = setCookie;
        String text = setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));
        String value = text.isEmpty() || !keepsCookies ? null : text;
        if (setCookie.startsWith(VisitorCookies.NO + "=")) {
            no = value;
        } else {
            cookie = value;
        }
        return null;
    }

    private String header(String name) {
        return switch (name) {
            case "User-Agent" -> agent;
            case "Accept" -> "text/html,*/*";
            case "Sec-GPC" -> signal ? "1" : null;
            default -> null;
        };
    }

    private HttpSession session() {
        return Fake.of(
                HttpSession.class,
                Map.of(
                        "getAttribute",
                        (Function<Object[], Object>) given -> session.get(given[0]),
                        "setAttribute",
                        (Function<Object[], Object>) given -> session.put((String) given[0], given[1]),
                        "removeAttribute",
                        (Function<Object[], Object>) given -> session.remove(given[0])));
    }

    private static Customer customer(long id, boolean anonymous) {
        CustomerImpl customer = new CustomerImpl();
        customer.setId(id);
        customer.setAnonymous(anonymous);
        return customer;
    }
}
