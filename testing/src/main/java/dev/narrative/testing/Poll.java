package dev.narrative.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that another thread or process does, no longer than it takes. */
public final class Poll {
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private Poll() {}

    /**
     * Looks until there is a value. After a look it pauses for at least as long as that took: a costly one would take
     * the machine away from what is waited for.
     *
     * @param what what is waited for, for the message of the error
     * @throws AssertionError when there is none within the time
     */
    public static <T> T until(String what, Duration timeout, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (true) {
            long begin = System.nanoTime();
            Optional<T> value = look.get();
            if (value.isPresent()) {
                return value.get();
            }
            long end = System.nanoTime();
            if (end - deadline > 0) {
                throw new AssertionError("waited " + timeout.toMillis() + " ms in vain for " + what);
            }
            LockSupport.parkNanos(Math.max(PAUSE_NANOS, end - begin));
        }
    }

    public static void untilTrue(String what, Duration timeout, BooleanSupplier condition) {
        until(what, timeout, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
