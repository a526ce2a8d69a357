package dev.narrative.core.capture;

import java.lang.reflect.Array;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a path: a map's key, a list's or array's index, or a property of an object. */
final class PathSteps {
    private PathSteps() {}

    static @Nullable Object take(Object value, String step) throws Throwable {
        if (value instanceof Map<?, ?> map) {
            return ofMap(map, step);
        }
        int index = index(step);
        if (index >= 0) {
            return at(value, index);
        }
        if (step.equals("length") && value.getClass().isArray()) {
            return Array.getLength(value);
        }
        return Accessors.of(value.getClass(), step).get(value);
    }

    static @Nullable Object unwrap(@Nullable Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static @Nullable Object ofMap(Map<?, ?> map, String step) {
        Object found = get(map, step);
        int index = found == null ? index(step) : -1;
        if (index >= 0) {
            found = get(map, index);
            return found != null ? found : get(map, (long) index);
        }
        if (found == null && step.equals("size")) {
            return map.size();
        }
        return found;
    }

    /** A sorted map can't compare its keys with one of another type. */
    private static @Nullable Object get(Map<?, ?> map, Object key) {
        try {
            return map.get(key);
        } catch (ClassCastException e) {
            return null;
        }
    }

    private static @Nullable Object at(Object value, int index) {
        if (value instanceof List<?> list) {
            return index < list.size() ? list.get(index) : null;
        }
        if (value.getClass().isArray()) {
            return index < Array.getLength(value) ? Array.get(value, index) : null;
        }
        throw new MissingStep(value.getClass().getName() + " has no elements by index");
    }

    private static int index(String step) {
        if (step.isEmpty() || step.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < step.length(); i++) {
            char c = step.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
