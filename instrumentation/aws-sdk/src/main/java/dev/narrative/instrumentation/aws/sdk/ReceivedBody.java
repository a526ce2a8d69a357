package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.core.trace.Span;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * The body of a response.
 *
 * @param span the call's span, where it has one
 * @param response the head that came before it
 * @param caller the context in which the application gets a published body
 */
record ReceivedBody(@Nullable HttpClientSpan span, @Nullable AwsResponse response, @Nullable Span caller) {
    /** The body with a tap at it; the same one when nobody asks for its bytes. */
    InputStream tapped(InputStream body) {
        BodyTap tap = tap();
        return tap == null ? body : new TappedResponseStream(body, tap);
    }

    /** The body with a tap at it, whose subscriber runs in the caller's context; the same one when there is neither. */
    Publisher<ByteBuffer> tapped(Publisher<ByteBuffer> body) {
        BodyTap tap = tap();
        return tap == null && caller == null
                ? body
                : subscriber -> body.subscribe(new TappedSubscriber(subscriber, tap, caller));
    }

    private @Nullable BodyTap tap() {
        return span == null || response == null ? null : span.responseTap(response);
    }
}
