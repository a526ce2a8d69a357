package dev.narrative.core.metrics;

import java.util.List;

/**
 * A spread of values.
 *
 * @param count how many values there were
 * @param bounds the highest value of each bucket but the last, which has none
 * @param buckets how many values fell into each
 */
public record HistogramPoint(
        AttributeSet attributes,
        long count,
        double sum,
        double min,
        double max,
        List<Double> bounds,
        List<Long> buckets)
        implements MetricPoint {
    public HistogramPoint {
        bounds = List.copyOf(bounds);
        buckets = List.copyOf(buckets);
        if (buckets.size() != bounds.size() + 1) {
            throw new IllegalArgumentException(buckets.size() + " buckets for " + bounds.size() + " bounds");
        }
    }
}
