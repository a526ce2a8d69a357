package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.boot.AdviceScope;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** A tap at a request's body for as long as it is written; before and after the request has the application's own body. */
final class WireEntity extends AdviceScope {
    private final ClassicHttpRequest request;
    private final HttpEntity before;

    private WireEntity(ClassicHttpRequest request, HttpEntity before) {
        this.request = request;
        this.before = before;
    }

    /** {@code null} when there is no body, or nobody asks for its bytes. */
    static @Nullable WireEntity tap(@Nullable HttpClientSpan span, ClassicHttpRequest request) {
        HttpEntity entity = request.getEntity();
        BodyTap tap = span == null || entity == null ? null : span.requestTap();
        if (entity == null || tap == null) {
            return null;
        }
        request.setEntity(new TappedEntity(entity, tap));
        return new WireEntity(request, entity);
    }

    @Override
    public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
        request.setEntity(before);
        return returned;
    }
}
