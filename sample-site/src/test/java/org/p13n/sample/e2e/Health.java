package org.p13n.sample.e2e;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /p13n/health} says. */
record Health(Page page) {

    static Health of(StoreProcess store) {
        return new Health(new Visitor(store.url()).get("/p13n/health"));
    }

    long number(String name) {
        return Long.parseLong(value(name));
    }

    /** The value as it is written in the JSON, without quotes. */
    String value(String name) {
        Matcher value = Pattern.compile("\"" + name + "\": \"?([^\",}\n]*)\"?").matcher(page.body());
        if (!value.find()) {
            throw new AssertionError("No " + name + " in " + page.body());
        }
        return value.group(1);
    }

    boolean isOn() {
        return value("personalization").equals("on");
    }
}
