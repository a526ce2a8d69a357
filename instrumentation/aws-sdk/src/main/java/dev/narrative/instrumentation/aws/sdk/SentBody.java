package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The body of a call's request, which the SDK reads more often than it is sent: for its signature and its checksums as
 * well. Shown is the first reading after an attempt has begun to be sent.
 */
final class SentBody {
    private final AwsCall call;
    private final AtomicBoolean sending = new AtomicBoolean();

    SentBody(AwsCall call) {
        this.call = call;
    }

    /** The body with a tap at it; the same one when nobody asks for its bytes, or its length is not known. */
    RequestBody tapped(RequestBody body) {
        Optional<Long> length = body.optionalContentLength();
        if (length.isEmpty() || !isAskedFor()) {
            return body;
        }
        TappedContent content = new TappedContent(body.contentStreamProvider(), length.get(), this);
        return RequestBody.fromContentProvider(content, length.get(), body.contentType());
    }

    AsyncRequestBody tapped(AsyncRequestBody body) {
        return isAskedFor() ? new TappedAsyncBody(body, this) : body;
    }

    /** An attempt is sent from here on. */
    void sending() {
        sending.set(true);
    }

    /** What sees the bytes of a reading that begins now, {@code null} when they do not go out. */
    @Nullable
    BodyTap take() {
        HttpClientSpan span = call.span();
        return span != null && sending.compareAndSet(true, false) ? span.requestTap() : null;
    }

    private boolean isAskedFor() {
        HttpClientSpan span = call.span();
        return span != null && span.hasBodyTaps();
    }
}
