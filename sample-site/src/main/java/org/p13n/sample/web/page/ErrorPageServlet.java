package org.p13n.sample.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import javax.servlet.RequestDispatcher;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * The last page a shopper can get: one static file with a sentence for the status, whatever else is broken.
 *
 * <p>It needs no database, session, template engine or Spring. A failure that the database caused becomes 503, so that
 * browsers and crawlers come back.
 */
public final class ErrorPageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String FILE = "/WEB-INF/error-page.html";
    private static final String SECONDS_TO_WAIT = "30";
    private static final Set<String> OUTAGES = Set.of("08", "53", "57", "90");

    private transient String page;

    /** What the page says: a heading and what the shopper can do. */
    record Words(String heading, String advice) {}

    private static final Words UNEXPECTED = new Words(
            "That was our fault", "Something broke on our side. Nothing was lost; please try again in a moment.");

    private static final Map<Integer, Words> WORDS = Map.of(
            400,
            new Words(
                    "We could not read that request",
                    "The address holds something we do not understand. Start again from the home page."),
            403,
            new Words(
                    "This form has expired",
                    "For your safety a form works only in the visit that opened it. Go back, reload the page and send it again."),
            404,
            new Words("There is nothing here", "The page or picture you asked for does not exist, or no longer does."),
            405,
            new Words("That does not work here", "This address does not take that kind of request."),
            503,
            new Words(
                    "Back in a moment",
                    "The shop cannot reach its shelves right now. Please try again in half a minute."));

    @Override
    public void init() throws ServletException {
        try (InputStream in = getServletContext().getResourceAsStream(FILE)) {
            page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServletException("The shop needs " + FILE + " for its error pages", e);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), (Throwable)
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        response.setStatus(status);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", SECONDS_TO_WAIT);
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/html;charset=UTF-8");
        try (Writer out = response.getWriter()) {
            out.write(text(status));
        }
    }

    private String text(int status) {
        Words words = WORDS.getOrDefault(status, UNEXPECTED);
        return page.replace("{status}", Integer.toString(status))
                .replace("{heading}", words.heading())
                .replace("{advice}", words.advice());
    }

    /** @param reported the status of the failed request; null when the error page itself was asked for */
    static int status(Integer reported, Throwable failure) {
        if (reported == null) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return isOfDatabase(failure) ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : reported;
    }

    private static boolean isOfDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Classes 08 (connection), 53 (resources), 57 (operator) and 90 (H2: closed, locked, not found); an exhausted pool has
     * no state.
     */
    private static boolean isOutage(String state) {
        return state == null || OUTAGES.contains(state.substring(0, Math.min(2, state.length())));
    }
}
