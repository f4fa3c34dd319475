package org.p13n.sample.web.page;

import java.util.regex.Pattern;

/** What shoppers type into the shop's forms. */
public final class FormText {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private FormText() {}

    /** The text on one line, without spaces around it; an empty text for null. */
    public static String clean(String typed) {
        return typed == null ? "" : CONTROL.matcher(typed).replaceAll(" ").strip();
    }

    public static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }
}
