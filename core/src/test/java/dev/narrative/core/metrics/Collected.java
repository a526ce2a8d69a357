package dev.narrative.core.metrics;

import java.util.List;

/** Metrics to look something up in. */
record Collected(List<Metric> metrics) {
    static Collected of(ModelCallMetrics metrics) {
        return new Collected(metrics.collect());
    }

    Metric metric(String name) {
        return metrics.stream()
                .filter(metric -> metric.name().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + metrics));
    }

    /** The only series of a histogram. */
    HistogramPoint histogram(String name) {
        return (HistogramPoint) only(metric(name).points());
    }

    /** The value of the series with this attribute. */
    double number(String name, String key, Object value) {
        return ((NumberPoint) only(metric(name).points().stream()
                        .filter(point ->
                                value.equals(point.attributes().values().get(key)))
                        .toList()))
                .value();
    }

    /** The value of the only series. */
    double number(String name) {
        return ((NumberPoint) only(metric(name).points())).value();
    }

    private static MetricPoint only(List<? extends MetricPoint> points) {
        if (points.size() != 1) {
            throw new AssertionError("not one series: " + points);
        }
        return points.get(0);
    }
}
