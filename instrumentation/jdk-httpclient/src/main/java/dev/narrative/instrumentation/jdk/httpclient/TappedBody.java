package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.WatchedInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * A response's body on its way to the application. The client keeps the subscriber for as long as the connection is
 * open, so only the stream that is handed out can tell that the application has dropped it.
 */
record TappedBody<T>(BodySubscriber<T> delegate, BodyTap tap) implements BodySubscriber<T> {
    @Override
    public CompletionStage<T> getBody() {
        return delegate.getBody().thenApply(this::watched);
    }

    @SuppressWarnings("unchecked") // a stream for a stream
    private T watched(T body) {
        return body instanceof InputStream stream ? (T) new WatchedInputStream(stream, tap) : body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        delegate.onSubscribe(new TappedSubscription(subscription, tap));
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            tap.bytes(buffer);
        }
        delegate.onNext(buffers);
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
