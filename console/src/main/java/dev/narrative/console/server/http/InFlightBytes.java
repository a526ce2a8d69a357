package dev.narrative.console.server.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory bodies take at once, with what is made of them; what is beyond has to wait, so that senders in a crowd
 * can't fill the heap.
 */
public final class InFlightBytes {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    public InFlightBytes(long most) {
        this.most = most;
    }

    public long held() {
        return held.get();
    }

    /** What one request takes, nothing yet. */
    public Share share() {
        return new Share();
    }

    /** What one request takes, until it is closed. Not thread-safe. */
    public final class Share implements AutoCloseable {
        private long taken;

        private Share() {}

        /**
         * Takes more.
         *
         * @throws Problem when that is more than there is at all, or more than there is now
         */
        public void more(long bytes) {
            if (taken + bytes > most) {
                throw Problem.of(413, "what the body unpacks to does not fit into memory; send it in parts");
            }
            if (held.addAndGet(bytes) > most) {
                held.addAndGet(-bytes);
                throw Problem.tryAgain(429, "more comes in than can be written; try again later", 1);
            }
            taken += bytes;
        }

        /** Gives some of it back. */
        public void less(long bytes) {
            held.addAndGet(-bytes);
            taken -= bytes;
        }

        @Override
        public void close() {
            less(taken);
        }
    }
}
