package org.p13n.sample.web.page;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.common.security.handler.CsrfFilter;

/** The platform's check of form tokens, answering 403 with a page that helps where the platform fails with 500. */
public final class ForgedFormFilter extends CsrfFilter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isTrusted(request, response)) {
            chain.doFilter(request, response);
        } else {
            ((HttpServletResponse) response)
                    .sendError(
                            HttpServletResponse.SC_FORBIDDEN,
                            "The form's csrfToken is not this session's; load the page again and send the form again");
        }
    }

    private boolean isTrusted(ServletRequest request, ServletResponse response) throws IOException, ServletException {
        try {
            super.doFilter(request, response, (passed, answer) -> {});
            return true;
        } catch (ServletException e) {
            if (e.getCause() instanceof ServiceException) {
                return false;
            }
            throw e;
        }
    }
}
