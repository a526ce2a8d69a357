package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.boot.AdviceScope;
import dev.narrative.core.propagation.HeaderSetter;
import dev.narrative.core.propagation.Propagation;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.io.IOException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** The trace's headers in a request for as long as it is written: a minimal client writes the application's own object. */
final class WireHeaders extends AdviceScope implements HeaderSetter {
    private final HttpRequest request;
    private final Header[] before;

    private WireHeaders(HttpRequest request) {
        this.request = request;
        this.before = request.getHeaders();
    }

    /**
     * Adds a span's headers. The host is that of this hop, to which a redirect may have led.
     *
     * @return {@code null} when its host may not be told, or the request is for a proxy's tunnel
     */
    static @Nullable WireHeaders inject(@Nullable HttpClientSpan span, HttpRequest request) {
        if (span == null || request.getAuthority() == null || Method.CONNECT.isSame(request.getMethod())) {
            return null;
        }
        Propagation propagation = Propagation.current();
        if (!propagation.reaches(request.getAuthority().getHostName())) {
            return null;
        }
        WireHeaders headers = new WireHeaders(request);
        propagation.inject(span, headers);
        return headers;
    }

    /** Hands a request to what writes it at once, with a span's headers. */
    static void send(
            @Nullable HttpClientSpan span,
            HttpRequest request,
            @Nullable EntityDetails entity,
            HttpContext context,
            RequestChannel wire)
            throws HttpException, IOException {
        WireHeaders headers = null;
        try {
            headers = inject(span, request);
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
        try {
            wire.sendRequest(request, entity, context);
        } finally {
            if (headers != null) {
                headers.close(null, null);
            }
        }
    }

    /** The request has been written, or could not be. */
    @Override
    public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
        request.setHeaders(before);
        return returned;
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
