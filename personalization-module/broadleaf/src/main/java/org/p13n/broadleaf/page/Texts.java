package org.p13n.broadleaf.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.broadleafcommerce.common.web.BroadleafRequestContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;

/** The module's texts in the shopper's language; the shop's own messages come first, so that it can change each. */
public final class Texts implements ApplicationContextAware {
    /*
     * Read without Spring: its ResourceBundleMessageSource of 3.2 takes Java 17 for Java 5 and refuses an encoding.
     */
    private static final String BUNDLE = "messages.p13n";

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ApplicationContext shop;

    @Override
    public void setApplicationContext(ApplicationContext context) {
        shop = context;
    }

    public String of(String key, Object... arguments) {
        Locale locale = locale();
        String changed = shop == null ? null : shop.getMessage(key, arguments, null, locale);
        return changed == null ? own(key, arguments, locale) : changed;
    }

    private static String own(String key, Object[] arguments, Locale locale) {
        String text = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), EXACT)
                .getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** The shopper's language. */
    public Locale locale() {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        Locale locale = context == null ? null : context.getJavaLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }
}
