package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.instrumentation.http.BodyTap;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** A response's body on its way to the application. */
record TappedBody<T>(BodySubscriber<T> delegate, BodyTap tap) implements BodySubscriber<T> {
    @Override
    public CompletionStage<T> getBody() {
        return delegate.getBody().thenApply(this::kept);
    }

    @SuppressWarnings("unchecked") // a stream for a stream
    private T kept(T body) {
        return body instanceof InputStream stream ? (T) new KeptStream(stream, tap) : body;
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
