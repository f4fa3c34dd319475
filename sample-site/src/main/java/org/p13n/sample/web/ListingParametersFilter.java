package org.p13n.sample.web;

import java.io.IOException;
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
 * Drops paging and sort parameters that the platform cannot read, so that the shopper sees the default listing instead of
 * an error page: the platform itself breaks on {@code sort=price} (no direction) and on {@code page=x}.
 */
public final class ListingParametersFilter extends OncePerRequestFilter {

    private static final Map<String, Pattern> READABLE = Map.of(
            "page", Pattern.compile("[1-9][0-9]{0,5}"),
            "pageSize", Pattern.compile("[1-9][0-9]{0,2}"),
            "sort", Pattern.compile("(name|price|newest) (asc|desc)"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(isReadable(request) ? request : new WithoutUnreadable(request), response);
    }

    private static boolean isReadable(HttpServletRequest request) {
        return READABLE.keySet().stream().allMatch(name -> isReadable(name, request.getParameterValues(name)));
    }

    private static boolean isReadable(String name, String[] values) {
        Pattern readable = READABLE.get(name);
        return readable == null
                || values == null
                || (values.length == 1 && readable.matcher(values[0]).matches());
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
