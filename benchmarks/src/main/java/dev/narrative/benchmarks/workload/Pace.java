package dev.narrative.benchmarks.workload;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs an operation at an even rate, in bursts of one tick on an absolute schedule: after a pause of the machine it
 * catches up, so that the number of operations is exact.
 */
final class Pace {
    private static final int TICKS_PER_SECOND = 100;
    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1) / TICKS_PER_SECOND;

    private final int perTick;

    Pace(int perSecond) {
        perTick = Math.max(1, perSecond / TICKS_PER_SECOND);
    }

    Result run(int seconds, Runnable operation) {
        int ticks = seconds * TICKS_PER_SECOND;
        long[] busy = new long[ticks];
        long due = System.nanoTime();
        for (int tick = 0; tick < ticks; tick++) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            long begin = System.nanoTime();
            for (int i = 0; i < perTick; i++) {
                operation.run();
            }
            busy[tick] = System.nanoTime() - begin;
            due += TICK_NANOS;
        }
        Arrays.sort(busy);
        return new Result((long) ticks * perTick, (double) busy[ticks / 2] / perTick);
    }

    /**
     * @param operations how many were run
     * @param nanosEach time of one operation in the median burst
     */
    record Result(long operations, double nanosEach) {}
}
