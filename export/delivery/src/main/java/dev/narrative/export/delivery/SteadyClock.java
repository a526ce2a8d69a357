package dev.narrative.export.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The time of day, read once and counted on from there, so that nobody who sets the clock changes an age or an order. */
final class SteadyClock {
    private final LongSupplier nanos;
    private final long startMillis;
    private final long startNanos;

    SteadyClock(long startMillis, LongSupplier nanos) {
        this.startMillis = startMillis;
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    static SteadyClock fromNow() {
        return new SteadyClock(System.currentTimeMillis(), System::nanoTime);
    }

    /** Milliseconds since the epoch, never less than before. */
    long millis() {
        return startMillis + TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - startNanos);
    }
}
