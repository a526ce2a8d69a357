package dev.narrative.instrumentation.jdk.httpclient;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.WatchedInputStream;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A body's stream as the client keeps it until the connection is done with, whether or not the application still has it.
 * What the application gets is another stream around it, held weakly here, whose end tells that it was dropped.
 */
final class KeptStream extends FilterInputStream {
    private final BodyTap tap;
    private @Nullable WeakReference<InputStream> handedOut;

    KeptStream(InputStream body, BodyTap tap) {
        super(body);
        this.tap = tap;
    }

    /** The same stream for as long as the application holds it. */
    synchronized InputStream handOut() {
        InputStream known = handedOut == null ? null : handedOut.get();
        if (known == null) {
            known = new WatchedInputStream(this, tap);
            handedOut = new WeakReference<>(known);
        }
        return known;
    }
}
