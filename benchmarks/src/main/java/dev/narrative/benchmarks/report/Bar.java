package dev.narrative.benchmarks.report;

import java.util.OptionalDouble;

/**
 * What a figure must reach.
 *
 * @param text as the design says it
 * @param measure what is held against the limit
 * @param atMost whether the limit is the largest value that is allowed, rather than the smallest
 */
record Bar(String text, Measure measure, boolean atMost, double limit) {
    static Bar atMost(String text, Measure measure, double limit) {
        return new Bar(text, measure, true, limit);
    }

    static Bar atLeast(String text, Measure measure, double limit) {
        return new Bar(text, measure, false, limit);
    }

    Verdict judge(String figure, Results results) {
        OptionalDouble value = measure.of(figure, results);
        if (value.isEmpty()) {
            return Verdict.OPEN;
        }
        boolean met = atMost ? value.getAsDouble() <= limit : value.getAsDouble() >= limit;
        return met ? Verdict.MET : Verdict.MISSED;
    }
}
