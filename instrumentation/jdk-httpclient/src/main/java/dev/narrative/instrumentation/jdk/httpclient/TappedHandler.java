package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import org.jspecify.annotations.Nullable;

/** The application's body handler, of which a tap sees what it is given. */
record TappedHandler<T>(BodyHandler<T> delegate, HttpClientSpan span) implements BodyHandler<T> {
    @Override
    public BodySubscriber<T> apply(ResponseInfo response) {
        BodySubscriber<T> subscriber = delegate.apply(response);
        BodyTap tap = tap(response);
        return tap == null || subscriber == null ? subscriber : new TappedBody<>(subscriber, tap);
    }

    private @Nullable BodyTap tap(ResponseInfo response) {
        try {
            return span.responseTap(new JdkResponseInfo(response));
        } catch (Throwable error) {
            AdviceErrors.suppressed(error);
            return null;
        }
    }
}
