package dev.narrative.instrumentation.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A response body that shows its tap each byte that the application reads, once, and none that it does not. */
public class TappedInputStream extends FilterInputStream {
    private static final int SKIPPED_AT_ONCE = 8_192;

    private final BodyTap tap;
    private long position;
    private long shown;
    private long marked;

    public TappedInputStream(InputStream body, BodyTap tap) {
        super(body);
        this.tap = tap;
        AbandonedBodies.watch(this, tap);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(target, offset, length);
        } catch (IOException | RuntimeException error) {
            tap.fail(error);
            throw error;
        }
        if (read < 0) {
            tap.complete();
        } else if (read > 0) {
            position += read;
            int fresh = (int) Math.min(read, position - shown);
            if (fresh > 0) {
                tap.bytes(target, offset + read - fresh, fresh);
                shown = position;
            }
        }
        return read;
    }

    /** Skipped bytes are read, so that what follows them is understood. */
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[(int) Math.min(SKIPPED_AT_ONCE, Math.max(0, count))];
        long left = count;
        while (left > 0) {
            int read = read(skipped, 0, (int) Math.min(skipped.length, left));
            if (read < 0) {
                break;
            }
            left -= read;
        }
        return Math.max(0, count - left);
    }

    @Override
    public synchronized void mark(int limit) {
        super.mark(limit);
        marked = position;
    }

    @Override
    public synchronized void reset() throws IOException {
        super.reset();
        position = marked;
    }

    @Override
    public void close() throws IOException {
        tap.cancel();
        super.close();
    }
}
