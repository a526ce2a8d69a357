package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.http.BodyTap;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import software.amazon.awssdk.core.async.AsyncRequestBody;

/** A request's body, published piece by piece, that shows what is published to be sent. */
final class TappedAsyncBody implements AsyncRequestBody {
    private final AsyncRequestBody body;
    private final SentBody sent;

    TappedAsyncBody(AsyncRequestBody body, SentBody sent) {
        this.body = body;
        this.sent = sent;
    }

    @Override
    public Optional<Long> contentLength() {
        return body.contentLength();
    }

    @Override
    public String contentType() {
        return body.contentType();
    }

    /** What the SDK tells of it in the {@code User-Agent}; versions that do not, do not ask. */
    @Override
    public String body() {
        return body.body();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        BodyTap tap = take();
        body.subscribe(tap == null ? subscriber : new TappedSubscriber(subscriber, tap, null));
    }

    private @Nullable BodyTap take() {
        try {
            return sent.take();
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
            return null;
        }
    }
}
