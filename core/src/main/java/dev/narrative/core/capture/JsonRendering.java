package dev.narrative.core.capture;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One value on its way to JSON. */
final class JsonRendering {
    private static final String MORE = "\"…\"";

    private static final int MAX_NAME = 200;

    private final ValueRenderer renderer;
    private final JsonText out;
    private final int maxItems;
    private final Object[] path;
    private int depth;

    JsonRendering(ValueRenderer renderer, JsonText out, int maxDepth, int maxItems) {
        this.renderer = renderer;
        this.out = out;
        this.maxItems = maxItems;
        this.path = new Object[maxDepth];
    }

    void value(@Nullable Object raw) {
        Object value = PathSteps.unwrap(raw);
        if (value == null) {
            out.raw("null");
            return;
        }
        Object plain = PlainValues.of(value, Math.max(out.room(), 1));
        if (plain instanceof String text) {
            string(text);
        } else if (plain instanceof Double number && !Double.isFinite(number)) {
            out.quoted(number.toString());
        } else if (plain != null) {
            out.raw(plain.toString());
        } else {
            container(value);
        }
    }

    private void string(String text) {
        out.quoted(renderer.masked(text, Math.max(out.room() - 2, 1)));
    }

    private void container(Object value) {
        boolean object = JdkTypes.isReadable(value);
        boolean list = value.getClass().isArray()
                || ((value instanceof Collection || value instanceof Map) && JdkTypes.isSafeContainer(value));
        if (!object && !list) {
            out.quoted(value.getClass().getName());
            return;
        }
        if (isOnPath(value)) {
            out.quoted("(cycle)");
            return;
        }
        if (depth == path.length) {
            out.raw(MORE);
            return;
        }
        path[depth++] = value;
        contents(value);
        depth--;
    }

    private void contents(Object value) {
        if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Collection<?> collection) {
            collection(collection);
        } else if (value.getClass().isArray()) {
            array(value);
        } else {
            object(value);
        }
    }

    private boolean isOnPath(Object value) {
        for (int i = 0; i < depth; i++) {
            if (path[i] == value) {
                return true;
            }
        }
        return false;
    }

    private void collection(Collection<?> collection) {
        out.raw("[");
        int count = 0;
        for (Object item : collection) {
            if (!next(count++)) {
                break;
            }
            value(item);
        }
        out.raw("]");
    }

    private void array(Object array) {
        int length = Array.getLength(array);
        if (array instanceof byte[] || array instanceof char[]) {
            out.quoted(array.getClass().getComponentType().getName() + '[' + length + ']');
            return;
        }
        out.raw("[");
        for (int i = 0; i < length && next(i); i++) {
            value(Array.get(array, i));
        }
        out.raw("]");
    }

    private void map(Map<?, ?> map) {
        out.raw("{");
        int count = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!nextMember(count++)) {
                break;
            }
            member(keyText(entry.getKey()), entry.getValue());
        }
        out.raw("}");
    }

    private static String keyText(@Nullable Object key) {
        if (key == null) {
            return "null";
        }
        Object plain = PlainValues.of(key, MAX_NAME);
        return plain == null ? key.getClass().getName() : plain.toString();
    }

    private void object(Object value) {
        Field[] fields = ObjectFields.of(value.getClass());
        if (fields.length == 0) {
            out.quoted(value.getClass().getName());
            return;
        }
        out.raw("{");
        for (int i = 0; i < fields.length && nextMember(i); i++) {
            member(fields[i].getName(), read(fields[i], value));
        }
        out.raw("}");
    }

    private static @Nullable Object read(Field field, Object target) {
        try {
            return field.get(target);
        } catch (IllegalAccessException | RuntimeException e) {
            return null;
        }
    }

    private void member(String name, @Nullable Object value) {
        out.quoted(renderer.masked(name, MAX_NAME)).raw(":");
        if (value != null && SecretNames.isSecret(name) && SecretNames.hides(value)) {
            out.quoted(SecretNames.MASK);
        } else {
            value(value);
        }
    }

    /** Writes what stands before the next element; {@code false} when there is to be none. */
    private boolean next(int count) {
        if (count > 0) {
            out.raw(",");
        }
        if (count == maxItems || out.isFull()) {
            out.raw(MORE);
            return false;
        }
        return true;
    }

    private boolean nextMember(int count) {
        boolean more = next(count);
        if (!more) {
            out.raw(":").raw(MORE);
        }
        return more;
    }
}
