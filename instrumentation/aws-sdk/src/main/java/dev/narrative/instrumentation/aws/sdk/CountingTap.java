package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.BodyTap;
import java.nio.ByteBuffer;

/** Knows that a body is complete by its length: who sends it need not read on until its end, and closes it then. */
final class CountingTap implements BodyTap {
    private final BodyTap tap;
    private long left;

    CountingTap(BodyTap tap, long length) {
        this.tap = tap;
        this.left = length;
    }

    @Override
    public void bytes(byte[] source, int offset, int length) {
        tap.bytes(source, offset, length);
        count(length);
    }

    @Override
    public void bytes(ByteBuffer source) {
        int length = source.remaining();
        tap.bytes(source);
        count(length);
    }

    @Override
    public void complete() {
        tap.complete();
    }

    @Override
    public void fail(Throwable error) {
        tap.fail(error);
    }

    @Override
    public void cancel() {
        tap.cancel();
    }

    private void count(int length) {
        left -= length;
        if (left == 0) {
            tap.complete();
        }
    }
}
