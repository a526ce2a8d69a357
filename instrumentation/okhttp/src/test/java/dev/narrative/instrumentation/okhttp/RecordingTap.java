package dev.narrative.instrumentation.okhttp;

import dev.narrative.instrumentation.http.BodyTap;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Keeps what it is shown, and how that ended first. */
final class RecordingTap implements BodyTap {
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable String end;
    private @Nullable Throwable error;

    @Override
    public synchronized void bytes(byte[] source, int offset, int length) {
        seen.write(source, offset, length);
    }

    @Override
    public void bytes(ByteBuffer source) {
        throw new AssertionError("nothing here has such buffers");
    }

    @Override
    public void complete() {
        end("complete");
    }

    @Override
    public synchronized void fail(Throwable cause) {
        if (end == null) {
            error = cause;
        }
        end("fail");
    }

    @Override
    public void cancel() {
        end("cancel");
    }

    synchronized byte[] seen() {
        return seen.toByteArray();
    }

    synchronized @Nullable String end() {
        return end;
    }

    synchronized @Nullable Throwable error() {
        return error;
    }

    CountDownLatch ended() {
        return ended;
    }

    private synchronized void end(String how) {
        if (end == null) {
            end = how;
            ended.countDown();
        }
    }
}
