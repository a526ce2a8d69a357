package dev.narrative.instrumentation.okhttp;

import dev.narrative.instrumentation.http.AbandonedBodies;
import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.io.IOException;
import okhttp3.Request;
import okio.Buffer;
import okio.ForwardingSink;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/** Where a request body is written to, with a tap that sees what goes there. */
final class TappedSink extends ForwardingSink {
    private final BodyTap tap;
    private final BufferView view;

    /** A body that fails to write itself never closes this, so the tap is cancelled when it is collected. */
    TappedSink(Sink wire, BodyTap tap) {
        super(wire);
        this.tap = tap;
        this.view = new BufferView(tap);
        AbandonedBodies.watch(this, tap);
    }

    /**
     * The sink for one writing of a request's body: the given one when nobody wants to see it, or it was packed by an
     * interceptor and would say nothing.
     */
    static Sink of(@Nullable HttpClientSpan span, Request request, Sink wire) {
        if (span == null || request.header("Content-Encoding") != null) {
            return wire;
        }
        BodyTap tap = span.requestTap();
        return tap == null ? wire : new TappedSink(wire, tap);
    }

    /** The bytes are shown first, since the wire takes them out of the buffer. */
    @Override
    public void write(Buffer source, long count) throws IOException {
        view.show(source, 0, count);
        try {
            super.write(source, count);
        } catch (IOException | RuntimeException error) {
            tap.fail(error);
            throw error;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            super.flush();
        } catch (IOException | RuntimeException error) {
            tap.fail(error);
            throw error;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } catch (IOException | RuntimeException error) {
            tap.fail(error);
            throw error;
        }
        tap.complete();
    }
}
