package dev.narrative.core.metrics;

import java.util.List;

/**
 * All metrics at one moment.
 *
 * @param startEpochNanos since when it is counted
 * @param epochNanos the moment
 * @param delta whether the next report begins where this one ends, rather than where this one begins
 */
public record MetricReport(long startEpochNanos, long epochNanos, boolean delta, List<Metric> metrics) {
    public MetricReport {
        metrics = List.copyOf(metrics);
    }
}
