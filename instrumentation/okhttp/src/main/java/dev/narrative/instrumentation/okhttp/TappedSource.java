package dev.narrative.instrumentation.okhttp;

import dev.narrative.instrumentation.http.AbandonedBodies;
import dev.narrative.instrumentation.http.BodyTap;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;

/** A response body's bytes, which a tap sees when the application reads them. */
final class TappedSource implements Source {
    /** The library's own, whose buffer may be taken from. */
    private static final Class<?> OWN = Okio.buffer((Source) new Buffer()).getClass();

    private final BufferedSource body;
    private final boolean isOwn;
    private final BodyTap tap;
    private final BufferView view;

    /** Whoever can still read holds this object, so the tap is cancelled when it is collected. */
    TappedSource(BufferedSource body, BodyTap tap) {
        this.body = body;
        this.isOwn = body.getClass() == OWN;
        this.tap = tap;
        this.view = new BufferView(tap);
        AbandonedBodies.watch(this, tap);
    }

    @Override
    public long read(Buffer target, long limit) throws IOException {
        long read;
        try {
            read = isOwn ? take(target, limit) : body.read(target, limit);
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

    /** As {@code body.read} does it, through a method that the application's own reading does not pass; RATIONALE.md says why. */
    private long take(Buffer target, long limit) throws IOException {
        if (body.exhausted()) {
            return -1;
        }
        Buffer held = body.getBuffer();
        long count = Math.min(limit, held.size());
        target.write(held, count);
        return count;
    }

    @Override
    public Timeout timeout() {
        return body.timeout();
    }

    @Override
    public void close() throws IOException {
        tap.cancel();
        body.close();
    }

    @Override
    public String toString() {
        return body.toString();
    }
}
