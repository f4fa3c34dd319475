package org.p13n.broadleaf.event.identity;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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
    String lastSetCookie;
    boolean signal;
    boolean secure;
    String agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    HttpServletRequest request;
    HttpServletResponse response;
    private Map<String, Object> session = new HashMap<>();
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
        customer = customer(platformId, true);
    }

    /** The next request has begun: controllers and interceptors of this thread see it. */
    Browser asks() {
        Map<String, Object> attributes = new HashMap<>(Map.of("customer", customer));
        request = Fake.of(
                HttpServletRequest.class,
                Map.of(
                        "getMethod",
                        "GET",
                        "getContextPath",
                        "",
                        "isSecure",
                        secure,
                        "getHeader",
                        (Function<Object[], Object>) given -> header((String) given[0]),
                        "getCookies",
                        (Function<Object[], Object>)
                                given -> cookie == null ? null : new Cookie[] {new Cookie(VisitorCookies.NAME, cookie)},
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
        return this;
    }

    /** The platform's customer of the request that this thread serves. */
    static Customer customer() {
        return (Customer) BroadleafRequestContext.getBroadleafRequestContext()
                .getRequest()
                .getAttribute("customer");
    }

    private Object take(String setCookie) {
        lastSetCookie = setCookie;
        String value = setCookie.substring(setCookie.indexOf('=') + 1, setCookie.indexOf(';'));
        cookie = value.isEmpty() ? null : value;
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
