package dev.narrative.export.otlp;

import java.time.Duration;

/**
 * How often and how long a request is sent again; the figures are those of OpenTelemetry's own exporters.
 *
 * @param attempts how often it is sent in all
 * @param first the pause after the first attempt
 * @param longest the pause is half as long again each time, up to this
 * @param total when this has passed since the first attempt, the request is given up
 */
record RetryPolicy(int attempts, Duration first, Duration longest, Duration total) {
    static final RetryPolicy STANDARD =
            new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(60));

    static final RetryPolicy NEVER = new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final double GROWTH = 1.5;
    private static final double JITTER = 0.2;

    /**
     * How long to wait before the next attempt.
     *
     * @param attempt how often the request was sent so far
     * @param random from 0 to 1; spreads the processes that one collector's failure made wait
     */
    long pauseMillis(int attempt, double random) {
        double pause = Math.min(first.toMillis() * Math.pow(GROWTH, attempt - 1), (double) longest.toMillis());
        return Math.round(pause * (1 - JITTER + 2 * JITTER * random));
    }
}
