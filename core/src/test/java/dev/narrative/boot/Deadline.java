package dev.narrative.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about, and gives up after ten seconds. */
public final class Deadline {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(1);

    private Deadline() {}

    public static void until(String what, BooleanSupplier happened) {
        long start = System.nanoTime();
        while (!happened.getAsBoolean() && System.nanoTime() - start < LIMIT.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        assertThat(happened.getAsBoolean()).as(what).isTrue();
    }

    public static void join(Thread thread) throws InterruptedException {
        thread.join(LIMIT.toMillis());
        assertThat(thread.isAlive()).as("%s still runs", thread.getName()).isFalse();
    }
}
