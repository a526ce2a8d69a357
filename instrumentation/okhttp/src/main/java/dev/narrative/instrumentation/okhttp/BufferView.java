package dev.narrative.instrumentation.okhttp;

import dev.narrative.boot.AdviceErrors;
import dev.narrative.instrumentation.http.BodyTap;
import okio.Buffer;

/** Shows a tap bytes of a buffer where they lie, without copying or taking them. */
final class BufferView {
    private final BodyTap tap;
    private final Buffer.UnsafeCursor cursor = new Buffer.UnsafeCursor();

    BufferView(BodyTap tap) {
        this.tap = tap;
    }

    void show(Buffer buffer, long offset, long count) {
        if (count <= 0) {
            return;
        }
        try (Buffer.UnsafeCursor at = buffer.readUnsafe(cursor)) {
            at.seek(offset);
            long left = count;
            while (left > 0) {
                int length = (int) Math.min(left, at.end - at.start);
                tap.bytes(at.data, at.start, length);
                left -= length;
                if (left > 0) {
                    at.next();
                }
            }
        } catch (Throwable failed) {
            AdviceErrors.suppressed(failed);
        }
    }
}
