package dev.narrative.instrumentation.http;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A response body whose bytes are seen elsewhere: it only lets its tap be ended when the application drops it. */
public final class WatchedInputStream extends FilterInputStream {
    public WatchedInputStream(InputStream body, BodyTap tap) {
        super(body);
        AbandonedBodies.watch(this, tap);
    }
}
