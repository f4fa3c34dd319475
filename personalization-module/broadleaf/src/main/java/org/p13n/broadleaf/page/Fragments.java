package org.p13n.broadleaf.page;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.thymeleaf.Arguments;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.spring3.context.SpringWebContext;

/**
 * Renders the widgets' templates, which a shop overrides by putting one of the same path into its own templates. Each is
 * rendered apart from the page: if it fails, there is no widget, but there is a page.
 */
public final class Fragments implements BeanFactoryAware {
    private static final String TEMPLATE_ENGINE = "blWebTemplateEngine";

    private BeanFactory beans;

    @Override
    public void setBeanFactory(BeanFactory beanFactory) {
        beans = beanFactory;
    }

    /** @param name under which the template finds the value */
    String render(String template, String name, Object value, Arguments page) {
        if (!(page.getContext() instanceof IWebContext web)) {
            throw new IllegalStateException("A p13n tag can only be used in a web page, but " + page.getTemplateName()
                    + " is rendered without a request");
        }
        Map<String, Object> variables = new HashMap<>(web.getVariables());
        variables.put(name, value);
        SpringWebContext context = new SpringWebContext(
                web.getHttpServletRequest(),
                web.getHttpServletResponse(),
                web.getServletContext(),
                web.getLocale(),
                variables,
                RequestContextUtils.getWebApplicationContext(web.getHttpServletRequest()));
        // fetched late: the engine is made of the dialect, which is made of this
        return beans.getBean(TEMPLATE_ENGINE, TemplateEngine.class)
                .process(template, context)
                .strip();
    }
}
