package org.p13n.engine.event;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where and on what somebody shops, in classes so wide that they identify nobody. Immutable.
 *
 * @param locale like {@code en_US}; empty = unknown
 * @param country two capital letters; empty = unknown
 */
public record ShoppingContext(Device device, Referrer referrer, String locale, String country) {
    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}(_[A-Za-z0-9]{2,8}){0,2}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int PARTS = 4;

    /** Nothing is known. */
    public static final ShoppingContext UNKNOWN = new ShoppingContext(Device.UNKNOWN, Referrer.UNKNOWN, "", "");

    /** What the shop is looked at with. */
    public enum Device {
        UNKNOWN,
        PHONE,
        TABLET,
        DESKTOP
    }

    /** Where the shopper came from. */
    public enum Referrer {
        UNKNOWN,
        DIRECT,
        INTERNAL,
        SEARCH_ENGINE,
        SOCIAL,
        MAIL,
        OTHER
    }

    public ShoppingContext {
        device = device == null ? Device.UNKNOWN : device;
        referrer = referrer == null ? Referrer.UNKNOWN : referrer;
        locale = locale != null && LOCALE.matcher(locale).matches() ? locale : "";
        country = country != null && COUNTRY.matcher(country).matches() ? country : "";
    }

    /** As {@code phone;internal;en_US;US}; empty if nothing is known. */
    public String encode() {
        return equals(UNKNOWN)
                ? ""
                : String.join(
                        ";",
                        device.name().toLowerCase(Locale.ROOT),
                        referrer.name().toLowerCase(Locale.ROOT),
                        locale,
                        country);
    }

    /** What {@link #encode} has written; what cannot be read is unknown. */
    public static ShoppingContext decode(String text) {
        String[] parts = text == null ? new String[0] : text.split(";", -1);
        return parts.length != PARTS
                ? UNKNOWN
                : new ShoppingContext(
                        named(Device.values(), parts[0]), named(Referrer.values(), parts[1]), parts[2], parts[3]);
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        for (E value : values) {
            if (value.name().equalsIgnoreCase(name)) {
                return value;
            }
        }
        return values[0];
    }
}
