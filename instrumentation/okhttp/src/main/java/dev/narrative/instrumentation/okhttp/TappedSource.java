package dev.narrative.instrumentation.okhttp;

import dev.narrative.instrumentation.http.AbandonedBodies;
import dev.narrative.instrumentation.http.BodyTap;
import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/** A response body's bytes, which a tap sees when the application reads them. */
final class TappedSource extends ForwardingSource {
    private final BodyTap tap;
    private final BufferView view;

    /** Whoever can still read holds this object, so the tap is cancelled when it is collected. */
    TappedSource(Source body, BodyTap tap) {
        super(body);
        this.tap = tap;
        this.view = new BufferView(tap);
        AbandonedBodies.watch(this, tap);
    }

    @Override
    public long read(Buffer target, long limit) throws IOException {
        long read;
        try {
            read = super.read(target, limit);
        } catch (IOException | RuntimeException error) {
            tap.fail(error);
            throw error;
        }
        if (read < 0) {
            tap.complete();
        } else {
            view.show(target, target.size() - read, read);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        tap.cancel();
        super.close();
    }
}
