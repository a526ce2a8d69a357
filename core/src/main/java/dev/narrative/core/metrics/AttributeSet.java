package dev.narrative.core.metrics;

import dev.narrative.model.AttributeVisitor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tells one series of a metric from its others. Values are texts, whole numbers and truth values; a long text is
 * cut, since a model's name is whatever the application sends.
 */
public record AttributeSet(Map<String, Object> values) {
    public static final AttributeSet NONE = new AttributeSet(Map.of());

    /** Where OpenTelemetry counts what has no series of its own since there are too many. */
    public static final AttributeSet OVERFLOW = NONE.with("otel.metric.overflow", true);

    private static final int LONGEST = 256;

    public AttributeSet {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** This set and one attribute more; the same set when there is no value. */
    public AttributeSet with(String key, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        return and(key, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }

    public AttributeSet with(String key, long value) {
        return and(key, value);
    }

    public AttributeSet with(String key, boolean value) {
        return and(key, value);
    }

    public void visit(AttributeVisitor visitor) {
        for (Map.Entry<String, Object> entry : values.entrySet()) {
            Object value = entry.getValue();
            if (value instanceof Long number) {
                visitor.integer(entry.getKey(), number);
            } else if (value instanceof Boolean truth) {
                visitor.bool(entry.getKey(), truth);
            } else {
                visitor.string(entry.getKey(), (String) value);
            }
        }
    }

    private AttributeSet and(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new AttributeSet(more);
    }
}
