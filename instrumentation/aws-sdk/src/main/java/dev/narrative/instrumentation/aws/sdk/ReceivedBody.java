package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.core.trace.Span;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * The body of an attempt's response.
 *
 * @param tap what sees its bytes, where anybody asks for them
 * @param caller the context in which the application gets a published body
 */
record ReceivedBody(@Nullable AttemptTap tap, @Nullable Span caller) {
    /** The body with its tap; the same one when there is none. */
    InputStream tapped(InputStream body) {
        return tap == null ? body : new TappedResponseStream(body, tap);
    }

    /** The body with its tap, whose subscriber runs in the caller's context; the same one when there is neither. */
    Publisher<ByteBuffer> tapped(Publisher<ByteBuffer> body) {
        return tap == null && caller == null
                ? body
                : subscriber -> body.subscribe(new TappedSubscriber(subscriber, tap, caller));
    }
}
