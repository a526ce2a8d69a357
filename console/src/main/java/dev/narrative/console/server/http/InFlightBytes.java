package dev.narrative.console.server.http;

import java.util.concurrent.atomic.AtomicLong;

/** How much of bodies is held in memory at once; what is beyond has to wait, so that senders in a crowd can't fill it. */
public final class InFlightBytes {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    public InFlightBytes(long most) {
        this.most = most;
    }

    public long held() {
        return held.get();
    }

    boolean tryHold(long bytes) {
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void release(long bytes) {
        held.addAndGet(-bytes);
    }
}
