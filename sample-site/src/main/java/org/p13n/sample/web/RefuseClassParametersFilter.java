package org.p13n.sample.web;

import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 400 to a request with a parameter that reaches into {@code class}.
 *
 * <p>Spring 3.2 on JDK 9 and later binds {@code class.module.classLoader…} into any form object (CVE-2022-22965). No form
 * of a shop has such a field, so the whole request is refused, for every controller of ours and of the platform.
 */
public final class RefuseClassParametersFilter extends OncePerRequestFilter {

    /** The platform's admin reads two underscores in a name as a dot, behind this filter. */
    private static final Pattern REACHES_INTO_CLASS =
            Pattern.compile("(^|[.\\[]|__)['\"]?class['\"]?([.\\]\\[]|__|$)", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        for (Object name : Collections.list(request.getParameterNames())) {
            if (reachesIntoClass((String) name)) {
                response.sendError(
                        HttpServletResponse.SC_BAD_REQUEST,
                        "A request parameter may not reach into class; remove that parameter and send the request again");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    static boolean reachesIntoClass(String parameter) {
        return REACHES_INTO_CLASS.matcher(parameter).find();
    }
}
