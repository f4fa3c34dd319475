package org.p13n.broadleaf.page;

import java.util.Locale;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The module's texts in the shopper's language; the shop's own messages come first, so that it can change each. */
public final class Texts implements ApplicationContextAware {
    private static final String BUNDLE = "messages.p13n";

    private final ResourceBundleMessageSource own = new ResourceBundleMessageSource();
    private ApplicationContext shop;

    public Texts() {
        own.setBasename(BUNDLE);
        own.setDefaultEncoding("UTF-8");
        own.setFallbackToSystemLocale(false);
        own.setBundleClassLoader(Texts.class.getClassLoader());
    }

    @Override
    public void setApplicationContext(ApplicationContext context) {
        shop = context;
    }

    String of(String key, Object... arguments) {
        Locale locale = locale();
        String changed = shop == null ? null : shop.getMessage(key, arguments, null, locale);
        return changed == null ? own.getMessage(key, arguments, locale) : changed;
    }

    private static Locale locale() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        Locale locale = context == null ? null : context.getJavaLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }
}
