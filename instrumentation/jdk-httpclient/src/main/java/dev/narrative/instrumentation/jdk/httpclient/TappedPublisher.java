package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.lang.ref.WeakReference;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The application's request body, of which a tap sees what is sent, each time that it is. The request outlives its call
 * when the application keeps the response, so the span is held weakly.
 */
final class TappedPublisher implements BodyPublisher {
    private final BodyPublisher delegate;
    private final WeakReference<HttpClientSpan> span;

    TappedPublisher(BodyPublisher delegate, HttpClientSpan span) {
        this.delegate = delegate;
        this.span = new WeakReference<>(span);
    }

    @Override
    public long contentLength() {
        return delegate.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        BodyTap tap = tap();
        delegate.subscribe(tap == null ? subscriber : new Tapped(subscriber, tap));
    }

    private @Nullable BodyTap tap() {
        try {
            HttpClientSpan running = span.get();
            return running == null ? null : running.requestTap();
        } catch (Throwable error) {
            AdviceErrors.suppressed(error);
            return null;
        }
    }

    private record Tapped(Subscriber<? super ByteBuffer> delegate, BodyTap tap) implements Subscriber<ByteBuffer> {
        @Override
        public void onSubscribe(Subscription subscription) {
            delegate.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            tap.bytes(buffer);
            delegate.onNext(buffer);
        }

        @Override
        public void onError(Throwable error) {
            tap.fail(error);
            delegate.onError(error);
        }

        @Override
        public void onComplete() {
            tap.complete();
            delegate.onComplete();
        }
    }
}
