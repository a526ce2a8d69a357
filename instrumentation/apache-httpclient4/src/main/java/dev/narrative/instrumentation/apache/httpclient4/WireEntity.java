package dev.narrative.instrumentation.apache.httpclient4;

import dev.narrative.boot.AdviceScope;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.client.methods.HttpRequestWrapper;
import org.jspecify.annotations.Nullable;

/** A tap at a request's body for as long as it is written: whether it can be sent again, the client asks the body itself. */
final class WireEntity extends AdviceScope {
    private final HttpEntityEnclosingRequest request;
    private final HttpEntity before;

    private WireEntity(HttpEntityEnclosingRequest request, HttpEntity before) {
        this.request = request;
        this.before = before;
    }

    /** {@code null} when there is no body, nobody asks for its bytes, or the request is not the client's own copy. */
    static @Nullable WireEntity tap(HttpEntityEnclosingRequest request) {
        HttpEntity entity = request.getEntity();
        if (entity == null || !(request instanceof HttpRequestWrapper)) {
            return null;
        }
        HttpEntity sent = Calls.sending(entity);
        if (sent == entity) {
            return null;
        }
        request.setEntity(sent);
        return new WireEntity(request, entity);
    }

    @Override
    public @Nullable Object close(@Nullable Object returned, @Nullable Throwable error) {
        request.setEntity(before);
        return returned;
    }
}
