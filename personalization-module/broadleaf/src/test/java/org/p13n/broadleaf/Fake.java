package org.p13n.broadleaf;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Stands in for an interface of the platform: answers what a test says, and nothing else. */
public final class Fake {
    private Fake() {}

    /**
     * Makes one.
     *
     * @param answers values, or functions of the arguments, by method name
     */
    public static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    Object answer = answers.get(method.getName());
                    if (answer instanceof Function<?, ?> function) {
                        return apply(function, given);
                    }
                    return switch (method.getName()) {
                        case "hashCode" -> answer == null ? System.identityHashCode(proxy) : answer;
                        case "equals" -> proxy == given[0];
                        case "toString" -> type.getSimpleName() + answers;
                        default -> Optional.ofNullable(answer).orElse(nothing(method.getReturnType()));
                    };
                }));
    }

    @SuppressWarnings("unchecked")
    private static Object apply(Function<?, ?> function, Object[] given) {
        return ((Function<Object[], Object>) function).apply(given);
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == long.class ? (Object) 0L : null;
    }
}
