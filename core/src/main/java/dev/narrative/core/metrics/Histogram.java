package dev.narrative.core.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A metric that tells how values are spread over fixed buckets. One thread at a time. */
final class Histogram {
    private final MetricName name;
    private final List<Double> bounds;
    private final Series<Buckets> series = new Series<>(this::newBuckets);

    /** @param bounds the highest value of each bucket but the last, ascending */
    Histogram(MetricName name, List<Double> bounds) {
        this.name = name;
        this.bounds = List.copyOf(bounds);
    }

    /** Takes a value into account; what is no number, or below zero, is none. */
    void record(AttributeSet attributes, double value) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            series.of(attributes).add(value);
        }
    }

    Metric collect() {
        List<HistogramPoint> points = new ArrayList<>();
        series.forEach((attributes, buckets) -> points.add(buckets.point(attributes)));
        return new Metric(name, Metric.Kind.HISTOGRAM, points);
    }

    void reset() {
        series.clear();
    }

    private Buckets newBuckets() {
        return new Buckets(bounds);
    }

    /** One series. */
    private static final class Buckets {
        private final List<Double> bounds;
        private final double[] upper;
        private final long[] counts;
        private long count;
        private double sum;
        private double min = Double.POSITIVE_INFINITY;
        private double max;

        Buckets(List<Double> bounds) {
            this.bounds = bounds;
            this.upper = bounds.stream().mapToDouble(Double::doubleValue).toArray();
            this.counts = new long[upper.length + 1];
        }

        /** A value that equals a bound falls into the bucket that ends there. */
        void add(double value) {
            int found = Arrays.binarySearch(upper, value);
            counts[found < 0 ? -found - 1 : found]++;
            count++;
            sum += value;
            min = Math.min(min, value);
            max = Math.max(max, value);
        }

        HistogramPoint point(AttributeSet attributes) {
            List<Long> buckets = Arrays.stream(counts).boxed().toList();
            return new HistogramPoint(attributes, count, sum, min, max, bounds, buckets);
        }
    }
}
