package dev.narrative.instrumentation.apache.httpclient5;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.TappedInputStream;
import dev.narrative.instrumentation.http.TappedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** A body, of a request or a response, that a tap sees when it is read or written. */
final class TappedEntity extends HttpEntityWrapper {
    private final BodyTap tap;
    private @Nullable InputStream content;
    private @Nullable InputStream tapped;

    TappedEntity(HttpEntity entity, BodyTap tap) {
        super(entity);
        this.tap = tap;
    }

    /** One stream for one of the body's: most bodies give the same one each time. */
    @Override
    public @Nullable InputStream getContent() throws IOException {
        InputStream now = super.getContent();
        if (now == null) {
            return null;
        }
        if (tapped == null || content != now) {
            content = now;
            tapped = new TappedInputStream(now, tap);
        }
        return tapped;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try {
            super.writeTo(new TappedOutputStream(out, tap));
        } catch (IOException | RuntimeException error) {
            tap.fail(error);
            throw error;
        }
        tap.complete();
    }

    @Override
    public void close() throws IOException {
        cancel();
        super.close();
    }

    /** The rest is not wanted; nothing when all has been read. */
    void cancel() {
        tap.cancel();
    }
}
