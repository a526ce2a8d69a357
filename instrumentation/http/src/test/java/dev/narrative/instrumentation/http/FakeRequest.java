package dev.narrative.instrumentation.http;

import dev.narrative.core.propagation.HeaderSetter;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A client's request with headers that can be written to. */
record FakeRequest(String method, String url, Map<String, String> headers) implements HttpClientRequest, HeaderSetter {
    FakeRequest(String method, String url) {
        this(method, url, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
    }

    @Override
    public @Nullable String host() {
        return URI.create(url).getHost();
    }

    @Override
    public int port() {
        return URI.create(url).getPort();
    }

    @Override
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    @Override
    public boolean has(String name) {
        return headers.containsKey(name);
    }

    @Override
    public void set(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void remove(String name) {
        headers.remove(name);
    }
}
