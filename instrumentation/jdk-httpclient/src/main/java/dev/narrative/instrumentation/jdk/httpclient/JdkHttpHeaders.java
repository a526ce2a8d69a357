package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.core.propagation.HeaderSetter;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Immutable headers with changes to come. */
final class JdkHttpHeaders implements HeaderSetter {
    private final HttpHeaders original;
    private @Nullable Map<String, List<String>> changed;

    JdkHttpHeaders(HttpHeaders original) {
        this.original = original;
    }

    @Override
    public boolean has(String name) {
        return (changed == null ? original.map() : changed).containsKey(name);
    }

    @Override
    public void set(String name, String value) {
        changed().put(name, List.of(value));
    }

    @Override
    public void remove(String name) {
        if (has(name)) {
            changed().remove(name);
        }
    }

    /** The headers with their changes, {@code null} when there is none. */
    @Nullable
    HttpHeaders toHeaders() {
        return changed == null ? null : HttpHeaders.of(changed, JdkHttpHeaders::keep);
    }

    private Map<String, List<String>> changed() {
        Map<String, List<String>> map = changed;
        if (map == null) {
            map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            map.putAll(original.map());
            changed = map;
        }
        return map;
    }

    private static boolean keep(String name, String value) {
        return true;
    }
}
