package dev.narrative.core.method;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Lets so many calls pass in each second of the monotonic clock; the count and its second share one word. */
final class RateLimit {
    private static final int COUNT_BITS = 24;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    private final int perSecond;
    private final AtomicLong window = new AtomicLong();

    RateLimit(int perSecond) {
        this.perSecond = Math.min(perSecond, (int) COUNT_MASK - 1);
    }

    boolean admits(long nanoTime) {
        long second = (nanoTime / TimeUnit.SECONDS.toNanos(1)) << COUNT_BITS;
        while (true) {
            long seen = window.get();
            long next = (seen & ~COUNT_MASK) == second ? seen + 1 : second + 1;
            if ((next & COUNT_MASK) > perSecond) {
                return false;
            }
            if (window.compareAndSet(seen, next)) {
                return true;
            }
        }
    }
}
