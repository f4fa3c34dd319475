package org.p13n.sample.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Drops parameters of listings that the platform cannot read, so that the shopper sees the default listing instead of an
 * error page.
 *
 * <p>The platform itself breaks on {@code sort=price} (no direction), on {@code page=x}, and on facet ranges that are none;
 * and it answers {@code facetField} with a redirect to whatever host the request names.
 */
public final class ListingParametersFilter extends OncePerRequestFilter {

    private static final String RANGE = "range\\[[0-9]{1,9}(\\.[0-9]{1,9})?:([0-9]{1,9}(\\.[0-9]{1,9})?|null)]";
    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final Pattern RANGE_OR_PLAIN = Pattern.compile(RANGE + "|(?!.*range\\[).*", Pattern.DOTALL);
    private static final Map<String, Pattern> SINGLE = Map.of(
            "page", Pattern.compile("[1-9][0-9]{0,4}"),
            "pageSize", Pattern.compile("[1-9][0-9]{0,2}"),
            "sort", Pattern.compile("(name|price|newest) (asc|desc)"),
            "facetField", NEVER);
    private static final Map<String, Pattern> FACETS = Map.of("price", Pattern.compile(RANGE));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean post = request.getMethod().equals("POST");
        chain.doFilter(post || isReadable(request) ? request : new WithoutUnreadable(request), response);
    }

    private static boolean isReadable(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .allMatch(parameter -> isReadable(parameter.getKey(), parameter.getValue()));
    }

    static boolean isReadable(String name, String[] values) {
        Pattern single = SINGLE.get(name);
        if (single != null) {
            return values.length == 1 && single.matcher(values[0]).matches();
        }
        Pattern facet = FACETS.getOrDefault(name, RANGE_OR_PLAIN);
        return Arrays.stream(values).allMatch(value -> facet.matcher(value).matches());
    }

    private static final class WithoutUnreadable extends HttpServletRequestWrapper {

        WithoutUnreadable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> kept = new LinkedHashMap<>(super.getParameterMap());
            kept.entrySet().removeIf(parameter -> !isReadable(parameter.getKey(), parameter.getValue()));
            return kept;
        }

        @Override
        public String[] getParameterValues(String name) {
            return getParameterMap().get(name);
        }

        @Override
        public String getParameter(String name) {
            String[] values = getParameterValues(name);
            return values == null ? null : values[0];
        }
    }
}
