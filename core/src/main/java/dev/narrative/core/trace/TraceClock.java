package dev.narrative.core.trace;

/**
 * Nanoseconds since the epoch that never run backwards within a trace: the monotonic clock plus an offset, which a
 * trace's first span takes and the others inherit. The offset is measured anew once a second, so that a long-lived
 * process follows the wall clock when that is set.
 */
public final class TraceClock {
    private static volatile long offset = measure();

    private TraceClock() {}

    /** What to add to {@link System#nanoTime} for the time since the epoch. */
    static long offset() {
        return offset;
    }

    /** Follows the wall clock; differences below a millisecond are only its own granularity. */
    public static void follow() {
        long measured = measure();
        if (Math.abs(measured - offset) > 1_000_000) {
            offset = measured;
        }
    }

    private static long measure() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano() - System.nanoTime();
    }
}
