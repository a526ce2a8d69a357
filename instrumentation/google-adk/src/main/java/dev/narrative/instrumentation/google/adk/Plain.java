package dev.narrative.instrumentation.google.adk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool's arguments or results in maps and lists of the JDK's, which alone are written member by member. ADK's are
 * Guava's; an application's own stay what they are, so that none of its code runs.
 */
final class Plain {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_MEMBERS = 500;

    private Plain() {}

    static @Nullable Object of(@Nullable Object value) {
        return of(value, 0);
    }

    private static @Nullable Object of(@Nullable Object value, int depth) {
        if (value == null || depth == MAX_DEPTH || !isKnown(value.getClass().getName())) {
            return value;
        }
        if (value instanceof Map<?, ?> map && map.size() <= MAX_MEMBERS) {
            Map<Object, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, member) -> plain.put(key, of(member, depth + 1)));
            return plain;
        }
        if (value instanceof Collection<?> collection && collection.size() <= MAX_MEMBERS) {
            List<@Nullable Object> plain = new ArrayList<>(collection.size());
            collection.forEach(member -> plain.add(of(member, depth + 1)));
            return plain;
        }
        return value;
    }

    private static boolean isKnown(String type) {
        return type.startsWith("com.google.common.collect.") || type.startsWith("java.util.");
    }
}
