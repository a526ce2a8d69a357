package dev.narrative.instrumentation.aws.sdk;

import dev.narrative.instrumentation.http.BodyTap;
import dev.narrative.instrumentation.http.HttpClientSpan;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The short body of an error status, kept until it is known whether the SDK tries once more. */
final class RefusedAttempt implements AttemptTap {
    private static final int MAX_HELD = 16_384;

    private final HttpClientSpan span;
    private final AwsResponse response;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable Throwable failure;

    RefusedAttempt(HttpClientSpan span, AwsResponse response) {
        this.span = span;
        this.response = response;
    }

    @Override
    public synchronized void bytes(byte[] source, int offset, int length) {
        held.write(source, offset, Math.min(length, MAX_HELD - held.size()));
    }

    @Override
    public synchronized void bytes(ByteBuffer source) {
        byte[] copy = new byte[Math.min(source.remaining(), MAX_HELD - held.size())];
        source.duplicate().get(copy);
        held.writeBytes(copy);
    }

    @Override
    public void complete() {}

    @Override
    public synchronized void fail(Throwable error) {
        failure = error;
    }

    @Override
    public void cancel() {}

    @Override
    public synchronized void release() {
        BodyTap tap = span.responseTap(response);
        if (tap == null) {
            return;
        }
        tap.bytes(held.toByteArray(), 0, held.size());
        if (failure == null) {
            tap.complete();
        } else {
            tap.fail(failure);
        }
    }
}
