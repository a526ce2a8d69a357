package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.BodyTap;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The body of a good response, seen as it passes; a failure is told when it turns out to be the last word. */
final class AnsweredAttempt implements AttemptTap {
    private final BodyTap tap;
    private boolean released;
    private @Nullable Throwable failure;

    AnsweredAttempt(BodyTap tap) {
        this.tap = tap;
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        tap.bytes(source, offset, length);
    }

    @Override
    public void bytes(ByteBuffer source) {
        tap.bytes(source);
    }

    @Override
    public void complete() {
        tap.complete();
    }

    @Override
    public synchronized void fail(Throwable error) {
        if (released) {
            tap.fail(error);
        } else if (failure == null) {
            failure = error;
        }
    }

    /** Who fails closes the body after it. */
    @Override
    public synchronized void cancel() {
        if (failure == null) {
            tap.cancel();
        }
    }

    @Override
    public synchronized void release() {
        released = true;
        if (failure != null) {
            tap.fail(failure);
        }
    }
}
