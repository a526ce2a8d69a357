package dev.narrative.export.delivery;

import java.time.Duration;

/**
 * How long a destination that is down is left alone.
 *
 * @param first the pause after the first failure
 * @param longest the pause doubles with each further failure, up to this
 */
public record RetryPolicy(Duration first, Duration longest) {
    public static final RetryPolicy STANDARD = new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(60));

    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 30;

    /**
     * How long to wait before the next attempt.
     *
     * @param failures how often it has failed in a row, from 1
     * @param random from 0 to 1; spreads the processes that one destination's failure made wait
     */
    long pauseMillis(int failures, double random) {
        double doubled = (double) first.toMillis() * (1L << Math.min(failures - 1, MOST_DOUBLINGS));
        double pause = Math.min(doubled, (double) longest.toMillis());
        return Math.round(pause * (1 - JITTER + 2 * JITTER * random));
    }
}
