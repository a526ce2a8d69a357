package dev.narrative.model;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small, ordered set of attributes; a key put twice keeps its place and takes the later value. Not thread-safe. */
public final class Attributes {
    private static final Object[] NONE = {};

    private Object[] entries = NONE;
    private int size;

    public int size() {
        return size / 2;
    }

    public Attributes put(String key, String value) {
        return set(key, value);
    }

    public Attributes put(String key, long value) {
        return set(key, value);
    }

    public Attributes put(String key, double value) {
        return set(key, value);
    }

    public Attributes put(String key, boolean value) {
        return set(key, value);
    }

    public Attributes put(String key, List<String> values) {
        return set(key, List.copyOf(values));
    }

    /** The value under a key, a {@code String}, {@code Long}, {@code Double}, {@code Boolean} or list of strings. */
    public @Nullable Object get(String key) {
        int at = indexOf(key);
        return at < 0 ? null : entries[at + 1];
    }

    @SuppressWarnings("unchecked")
    public void visit(AttributeVisitor visitor) {
        for (int i = 0; i < size; i += 2) {
            String key = (String) entries[i];
            Object value = entries[i + 1];
            if (value instanceof String string) {
                visitor.string(key, string);
            } else if (value instanceof Long integer) {
                visitor.integer(key, integer);
            } else if (value instanceof Double decimal) {
                visitor.decimal(key, decimal);
            } else if (value instanceof Boolean bool) {
                visitor.bool(key, bool);
            } else {
                visitor.strings(key, (List<String>) value);
            }
        }
    }

    private Attributes set(String key, Object value) {
        int at = indexOf(key);
        if (at >= 0) {
            entries[at + 1] = value;
            return this;
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, Math.max(8, size * 2));
        }
        entries[size] = key;
        entries[size + 1] = value;
        size += 2;
        return this;
    }

    private int indexOf(String key) {
        for (int i = 0; i < size; i += 2) {
            if (entries[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
