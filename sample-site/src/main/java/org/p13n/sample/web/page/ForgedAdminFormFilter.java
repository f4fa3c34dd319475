package org.p13n.sample.web.page;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.web.filter.AdminCsrfFilter;

/** The admin's check of form tokens, answering 403 where the platform fails with 500. */
public final class ForgedAdminFormFilter extends AdminCsrfFilter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            super.doFilter(request, response, chain);
        } catch (ServletException e) {
            if (!(e.getCause() instanceof ServiceException)) {
                throw e;
            }
            ((HttpServletResponse) response)
                    .sendError(
                            HttpServletResponse.SC_FORBIDDEN,
                            "The form's csrfToken is not this session's; load the page again and send the form again");
        }
    }
}
