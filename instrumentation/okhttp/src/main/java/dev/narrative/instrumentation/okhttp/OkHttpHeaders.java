package dev.narrative.instrumentation.okhttp;

import dev.narrative.core.propagation.HeaderSetter;
import dev.narrative.core.propagation.Propagation;
import dev.narrative.core.trace.Span;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The headers of one request on its way to the wire. */
final class OkHttpHeaders implements HeaderSetter {
    private final Headers.Builder headers;

    private OkHttpHeaders(Headers.Builder headers) {
        this.headers = headers;
    }

    /**
     * The request with a span's headers. The host is that of this hop, to which a redirect may have led.
     *
     * @return {@code null} when its host may not be told, or there is no span
     */
    static @Nullable Request inject(@Nullable Span span, Request request) {
        Propagation propagation = Propagation.current();
        if (span == null || !propagation.reaches(request.url().host())) {
            return null;
        }
        Headers.Builder headers = request.headers().newBuilder();
        propagation.inject(span, new OkHttpHeaders(headers));
        return request.newBuilder().headers(headers.build()).build();
    }

    @Override
    public boolean has(String name) {
        return headers.get(name) != null;
    }

    @Override
    public void set(String name, String value) {
        headers.set(name, value);
    }

    @Override
    public void remove(String name) {
        headers.removeAll(name);
    }
}
