package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.core.propagation.HeaderSetter;
import dev.narrative.core.propagation.Propagation;
import dev.narrative.instrumentation.http.HttpClientSpan;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;

/** The headers of one hop, in the client's own copy of the request. */
record WireHeaders(HttpRequest request) implements HeaderSetter {
    private static final String TUNNEL = "CONNECT";

    /** Adds a span's headers, unless the hop's host may not be told, or the request is for a proxy's tunnel. */
    static void inject(@Nullable HttpClientSpan span, HttpRequest request, @Nullable HttpContext context) {
        if (span == null
                || context == null
                || !(context.getAttribute(HttpCoreContext.HTTP_TARGET_HOST) instanceof HttpHost target)
                || TUNNEL.equals(request.getRequestLine().getMethod())) {
            return;
        }
        Propagation propagation = Propagation.current();
        if (propagation.reaches(target.getHostName())) {
            propagation.inject(span, new WireHeaders(request));
        }
    }

    @Override
    public boolean has(String name) {
        return request.containsHeader(name);
    }

    @Override
    public void set(String name, String value) {
        request.setHeader(name, value);
    }

    @Override
    public void remove(String name) {
        request.removeHeaders(name);
    }
}
