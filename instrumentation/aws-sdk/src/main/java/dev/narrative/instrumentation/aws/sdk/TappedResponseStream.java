package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.TappedInputStream;
import java.io.InputStream;
import software.amazon.awssdk.http.Abortable;

/** A response's body that can be aborted as before, which drops its connection unread. */
final class TappedResponseStream extends TappedInputStream implements Abortable {
    private final BodyTap tap;

    TappedResponseStream(InputStream body, BodyTap tap) {
        super(body, tap);
        this.tap = tap;
    }

    @Override
    public void abort() {
        tap.cancel();
        if (in instanceof Abortable body) {
            body.abort();
        }
    }
}
