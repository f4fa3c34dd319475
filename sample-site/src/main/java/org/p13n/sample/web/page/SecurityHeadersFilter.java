package org.p13n.sample.web.page;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Tells browsers what the shop's pages may do: run and load only what the shop itself serves, and never stand in a frame.
 *
 * <p>Catalog pictures are drawings with styles of their own; opened by themselves they may show, and do nothing else.
 */
public final class SecurityHeadersFilter implements Filter {

    static final String PAGES = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none'";
    static final String PICTURES = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    @Override
    public void init(FilterConfig config) {
        // Nothing to configure.
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        String path = ((HttpServletRequest) request).getRequestURI();
        http.setHeader("Content-Security-Policy", path.startsWith("/images/") ? PICTURES : PAGES);
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("X-Frame-Options", "DENY");
        http.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        chain.doFilter(request, response);
    }

    @Override
    public void destroy() {
        // Holds nothing.
    }
}
