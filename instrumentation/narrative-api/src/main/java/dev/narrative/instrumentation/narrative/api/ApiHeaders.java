package dev.narrative.instrumentation.narrative.api;

import dev.narrative.core.log.AgentLog;
import dev.narrative.core.propagation.HeaderGetter;
import dev.narrative.core.propagation.HeaderSetter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Headers of transports that only the application knows, in and out. */
final class ApiHeaders implements HeaderSetter {
    private final Map<String, String> written = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** What has been written. */
    Map<String, String> written() {
        return written;
    }

    @Override
    public boolean has(String name) {
        return written.containsKey(name);
    }

    @Override
    public void set(String name, String value) {
        written.put(name, value);
    }

    @Override
    public void remove(String name) {
        written.remove(name);
    }

    /** Reads a map whose values are texts, collections of texts, or bytes. */
    static HeaderGetter of(Map<String, ?> headers) {
        Map<String, List<String>> read = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            headers.forEach((name, value) -> {
                if (name != null && value != null) {
                    addTo(read.computeIfAbsent(name, any -> new ArrayList<>(1)), value);
                }
            });
        } catch (RuntimeException theirs) {
            complain(theirs);
        }
        return name -> read.getOrDefault(name, List.of());
    }

    /** Asks a function of the application's. */
    static HeaderGetter of(Function<String, @Nullable String> headers) {
        return name -> {
            try {
                String value = headers.apply(name);
                return value == null ? List.of() : List.of(value);
            } catch (RuntimeException theirs) {
                complain(theirs);
                return List.of();
            }
        };
    }

    private static void addTo(List<String> texts, Object value) {
        if (value instanceof CharSequence text) {
            texts.add(text.toString());
        } else if (value instanceof byte[] bytes) {
            texts.add(new String(bytes, StandardCharsets.UTF_8));
        } else if (value instanceof Iterable<?> several) {
            for (Object one : several) {
                if (one instanceof CharSequence text) {
                    texts.add(text.toString());
                }
            }
        }
    }

    private static void complain(RuntimeException theirs) {
        AgentLog.warnThrottled("api-headers", "cannot read headers to continue from: " + AgentLog.brief(theirs));
    }
}
