package org.p13n.broadleaf.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.EmbeddedValueResolverAware;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.StringValueResolver;

/**
 * The module's properties: the shop's value if it has one, else the default of {@code config/bc/p13n/common.properties}.
 * A value that breaks its rule is refused with the rule, the value and the key, which stops the start.
 */
public final class PersonalizationProperties implements EmbeddedValueResolverAware {
    static final String DEFAULTS = "/config/bc/p13n/common.properties";

    private static final int LONGEST_NAME = 100;

    private final Properties defaults = readDefaults();
    private UnaryOperator<String> shop = key -> null;

    public PersonalizationProperties() {}

    /** @param shop gives the shop's value of a property, or null */
    PersonalizationProperties(UnaryOperator<String> shop) {
        this.shop = shop;
    }

    @Override
    public void setEmbeddedValueResolver(StringValueResolver resolver) {
        shop = key -> {
            String placeholder = "${" + key + "}";
            String value = resolver.resolveStringValue("${" + key + ":}");
            return value == null || value.isBlank() || value.equals(placeholder) ? null : value;
        };
    }

    public boolean flag(String key) {
        String value = text(key);
        if (!value.equals("true") && !value.equals("false")) {
            throw broken(key, "true or false", value);
        }
        return Boolean.parseBoolean(value);
    }

    public int count(String key, int atLeast, int atMost) {
        String value = text(key);
        try {
            int count = Integer.parseInt(value);
            if (count >= atLeast && count <= atMost) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw broken(key, "a whole number from " + atLeast + " to " + atMost, value, e);
        }
        throw broken(key, "a whole number from " + atLeast + " to " + atMost, value);
    }

    public double share(String key) {
        String value = text(key);
        try {
            double share = Double.parseDouble(value);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException e) {
            throw broken(key, "a number from 0.0 to 1.0", value, e);
        }
        throw broken(key, "a number from 0.0 to 1.0", value);
    }

    public String path(String key) {
        String value = text(key);
        if (!value.matches("/[A-Za-z0-9/_.-]*")) {
            throw broken(key, "a path that begins with a slash", value);
        }
        return value;
    }

    /** A short word that the shop chooses. */
    public String word(String key, int atMost) {
        String value = text(key);
        if (!value.matches("[A-Za-z0-9_.-]{1," + atMost + "}")) {
            throw broken(key, "1 to " + atMost + " letters, digits, dots, dashes or underscores", value);
        }
        return value;
    }

    /** A file of the file system, or with {@code classpath:} of the class path; null if there is none. */
    public Resource resource(String key) {
        String value = text(key);
        if (value.isEmpty()) {
            return null;
        }
        Resource resource =
                value.contains(":") ? new DefaultResourceLoader().getResource(value) : new FileSystemResource(value);
        if (!resource.exists()) {
            throw broken(key, "an existing file, or classpath: and a name", value);
        }
        return resource;
    }

    /** The name of an HTTP header; may be empty. */
    public String header(String key) {
        String value = text(key);
        if (!value.matches("[A-Za-z0-9-]*")) {
            throw broken(key, "the name of an HTTP header, or empty", value);
        }
        return value;
    }

    /** A value that no message may quote; whoever takes it checks it. */
    public String secret(String key) {
        return text(key);
    }

    /** The names, which the value separates by commas. */
    public Set<String> names(String key) {
        return Arrays.stream(text(key).split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A folder of this machine; empty if none is named. */
    public String folder(String key) {
        String value = text(key);
        try {
            return value.isEmpty() ? value : Path.of(value).toString();
        } catch (InvalidPathException e) {
            throw broken(key, "the path of a folder", value, e);
        }
    }

    /** The name of this node, unique as long as no host runs two processes of one id. */
    public String nodeName(String key) {
        String value = text(key);
        if (value.length() > LONGEST_NAME) {
            throw broken(key, "at most " + LONGEST_NAME + " characters long", value);
        }
        return value.isEmpty() ? hostName() + "-" + ProcessHandle.current().pid() : value;
    }

    private String text(String key) {
        String fallback = defaults.getProperty(key);
        if (fallback == null) {
            throw new IllegalArgumentException("There is no personalization property " + key + ": see " + DEFAULTS);
        }
        String value = shop.apply(key);
        return (value == null ? fallback : value).strip();
    }

    private static IllegalArgumentException broken(String key, String rule, String value) {
        return broken(key, rule, value, null);
    }

    private static IllegalArgumentException broken(String key, String rule, String value, Exception cause) {
        return new IllegalArgumentException(
                "The property " + key + " must be " + rule + " but is '" + value
                        + "': correct it in the shop's properties, or remove it to get the default",
                cause);
    }

    private static String hostName() {
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.length() > LONGEST_NAME / 2 ? name.substring(0, LONGEST_NAME / 2) : name;
        } catch (UnknownHostException e) {
            return "node"; // a host without a name still has its process id
        }
    }

    private static Properties readDefaults() {
        try (InputStream stream = PersonalizationProperties.class.getResourceAsStream(DEFAULTS);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties read = new Properties();
            read.load(reader);
            return read;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The defaults " + DEFAULTS + " cannot be read: rebuild the module's jar", e);
        }
    }
}
