package dev.narrative.export.otlp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Sends a request until the collector has it, with pauses that grow, or gives it up. */
final class Delivery {
    private final OtlpSender sender;
    private final RetryPolicy policy;
    private final CountDownLatch closed = new CountDownLatch(1);

    Delivery(OtlpSender sender, RetryPolicy policy) {
        this.sender = sender;
        this.policy = policy;
    }

    /**
     * Blocks until it is decided.
     *
     * @throws IOException when the request was given up; the message says why and what to do
     */
    Reply.Taken deliver(ByteBuffer request) throws IOException {
        long deadline = System.nanoTime() + policy.total().toNanos();
        for (int attempt = 1; ; attempt++) {
            Reply reply = sender.send(request);
            if (reply instanceof Reply.Taken taken) {
                return taken;
            }
            if (reply instanceof Reply.Refused refused) {
                throw new IOException(refused.reason());
            }
            pause((Reply.Later) reply, attempt, deadline);
        }
    }

    void close() {
        closed.countDown();
        sender.close();
    }

    private void pause(Reply.Later later, int attempt, long deadline) throws IOException {
        long random = policy.pauseMillis(attempt, ThreadLocalRandom.current().nextDouble());
        long pause = Math.max(random, later.waitMillis());
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (attempt >= policy.attempts() || pause > left) {
            throw new IOException(later.reason() + "; given up after " + attempt
                    + (attempt == 1 ? " attempt" : " attempts")
                    + (later.waitMillis() > left ? ", it asked to wait " + later.waitMillis() + " ms" : ""));
        }
        if (awaitClose(pause)) {
            throw new IOException(later.reason() + "; given up since the exporter was closed");
        }
    }

    private boolean awaitClose(long millis) throws InterruptedIOException {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting to send again");
        }
    }
}
