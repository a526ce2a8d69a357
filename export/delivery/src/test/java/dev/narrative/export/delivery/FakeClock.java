package dev.narrative.export.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A steady clock whose hands a test turns. */
final class FakeClock {
    static final long START = 1_700_000_000_000L;

    private final AtomicLong nanos = new AtomicLong();
    private final SteadyClock clock = new SteadyClock(START, nanos::get);

    SteadyClock get() {
        return clock;
    }

    void advance(long millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
