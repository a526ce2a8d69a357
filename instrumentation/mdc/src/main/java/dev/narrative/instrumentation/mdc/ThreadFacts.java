package dev.narrative.instrumentation.mdc;

import dev.narrative.core.propagation.CorrelationReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands on those entries of a thread's diagnostic context that the configuration asks for. */
final class ThreadFacts {
    private ThreadFacts() {}

    static void put(@Nullable Object key, @Nullable Object value) {
        CorrelationReader reader = CorrelationReader.current();
        if (reader != null && key instanceof String name && reader.reads(name)) {
            reader.threadSays(name, value instanceof String text ? text : null);
        }
    }

    static void putAll(@Nullable Map<?, ?> values) {
        if (values != null && CorrelationReader.current() != null) {
            for (Map.Entry<?, ?> entry : values.entrySet()) {
                put(entry.getKey(), entry.getValue());
            }
        }
    }

    static void removeAll(@Nullable Iterable<?> keys) {
        if (keys != null && CorrelationReader.current() != null) {
            for (Object key : keys) {
                put(key, null);
            }
        }
    }

    static void clear() {
        CorrelationReader reader = CorrelationReader.current();
        if (reader != null) {
            reader.threadForgets();
        }
    }
}
