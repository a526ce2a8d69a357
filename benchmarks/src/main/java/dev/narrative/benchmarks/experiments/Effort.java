package dev.narrative.benchmarks.experiments;

/**
 * How long everything takes.
 *
 * @param startRounds rounds of short processes
 * @param applicationRounds rounds of web application starts
 * @param steadyRounds rounds of workloads that run for a while
 * @param sustainedRounds rounds of the long one
 * @param flatOutSeconds of the span loops, half of which warms up
 * @param pacedSeconds of the span loops and of the web application
 * @param settleSeconds at an even pace before anything is measured at it, for the compiler to come to rest
 * @param httpCalls that are measured; three times as many warm up
 * @param streamCalls of 2,000 chunks each that are measured; twice as many warm up, and 60 times as many short ones
 * @param maskingPasses over all texts, of which a third warms up
 * @param loadSeconds of the web application at full load, and before that for warming up
 * @param sustainedSeconds at 20,000 spans a second; also how long the collector is down in the outage
 */
public record Effort(
        int startRounds,
        int applicationRounds,
        int steadyRounds,
        int sustainedRounds,
        int flatOutSeconds,
        int pacedSeconds,
        int settleSeconds,
        int httpCalls,
        int streamCalls,
        int maskingPasses,
        int loadSeconds,
        int sustainedSeconds) {

    /** What figures are quoted from. */
    public static Effort full() {
        return new Effort(11, 7, 3, 1, 10, 14, 25, 20_000, 200, 300, 10, 60);
    }

    /** Shows that everything works; the figures are rough. */
    public static Effort quick() {
        return new Effort(2, 2, 1, 1, 2, 2, 2, 2_000, 50, 60, 2, 5);
    }

    public Effort withRounds(int rounds) {
        return new Effort(
                rounds,
                rounds,
                rounds,
                rounds,
                flatOutSeconds,
                pacedSeconds,
                settleSeconds,
                httpCalls,
                streamCalls,
                maskingPasses,
                loadSeconds,
                sustainedSeconds);
    }

    public Effort withSustainedSeconds(int seconds) {
        return new Effort(
                startRounds,
                applicationRounds,
                steadyRounds,
                sustainedRounds,
                flatOutSeconds,
                pacedSeconds,
                settleSeconds,
                httpCalls,
                streamCalls,
                maskingPasses,
                loadSeconds,
                seconds);
    }
}
