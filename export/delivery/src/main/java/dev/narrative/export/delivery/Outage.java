package dev.narrative.export.delivery;

import java.util.concurrent.TimeUnit;

/** Whether a destination is down, and when to try it again. One thread at a time. */
final class Outage {
    /** A destination that asks for more is asked again all the same. */
    private static final long LONGEST_WAIT_MILLIS = TimeUnit.HOURS.toMillis(1);

    private final RetryPolicy policy;
    private int failures;
    private boolean wary;
    private long tryAgainNanos;

    Outage(RetryPolicy policy) {
        this.policy = policy;
    }

    boolean isDown() {
        return failures > 0;
    }

    /** Whether a request may hang unanswered, so that nothing of value is to be risked. */
    boolean isWary() {
        return wary;
    }

    /** How long to leave the destination alone; 0 when it may be tried. */
    long waitNanos(long now) {
        return isDown() ? Math.max(0, tryAgainNanos - now) : 0;
    }

    /** It did not take a request. */
    void failed(long waitMillis, double random, long now) {
        failures++;
        long pause = Math.max(policy.pauseMillis(failures, random), Math.min(waitMillis, LONGEST_WAIT_MILLIS));
        tryAgainNanos = now + TimeUnit.MILLISECONDS.toNanos(pause);
        wary = false;
    }

    /** It left a request unanswered. */
    void unanswered(double random, long now) {
        failed(0, random, now);
        wary = true;
    }

    /** It answered a request that held nothing: something of value may be tried. */
    void answered(long now) {
        wary = false;
        tryAgainNanos = now;
    }

    /** It decided on a request. */
    void over() {
        failures = 0;
        wary = false;
    }
}
