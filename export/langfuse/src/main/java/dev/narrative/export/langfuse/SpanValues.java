package dev.narrative.export.langfuse;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.SpanData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of one span while it is mapped: what a field takes is gone, what is left becomes metadata. */
final class SpanValues implements AttributeVisitor {
    private final Map<String, Object> values = new LinkedHashMap<>();

    static SpanValues of(SpanData span) {
        SpanValues values = new SpanValues();
        span.visitAttributes(values);
        return values;
    }

    /** The value under the first key that has one; it is taken under all of them. */
    @Nullable
    Object take(String... keys) {
        Object found = null;
        for (String key : keys) {
            Object value = values.remove(key);
            found = found == null ? value : found;
        }
        return found;
    }

    /** As {@link #take}, as text; blank counts as missing. */
    @Nullable
    String takeText(String... keys) {
        Object value = take(keys);
        String text = value == null ? "" : value.toString();
        return text.isBlank() ? null : text;
    }

    /** As {@link #take}, 0 where there is no number, or one below 0. */
    long takeCount(String key) {
        return take(key) instanceof Number number ? Math.max(0, number.longValue()) : 0;
    }

    /** A value that stays where it is. */
    @Nullable
    Object peek(String key) {
        return values.get(key);
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether any key begins like this. */
    boolean hasPrefix(String prefix) {
        return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    /** What nobody took. */
    Map<String, Object> rest() {
        return values;
    }

    @Override
    public void string(String key, String value) {
        values.put(key, value);
    }

    @Override
    public void integer(String key, long value) {
        values.put(key, value);
    }

    @Override
    public void decimal(String key, double value) {
        values.put(key, value);
    }

    @Override
    public void bool(String key, boolean value) {
        values.put(key, value);
    }

    @Override
    public void strings(String key, List<String> value) {
        values.put(key, value);
    }
}
