package dev.narrative.core.metrics;

import java.util.ArrayList;
import java.util.List;

/** A metric that adds up what is not a whole number. One thread at a time. */
final class Sum {
    private final MetricName name;
    private final Series<double[]> series = new Series<>(() -> new double[1]);

    Sum(MetricName name) {
        this.name = name;
    }

    /** Adds to a series; a sum only grows, so what is no number, or below zero, is left out. */
    void add(AttributeSet attributes, double value) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            series.of(attributes)[0] += value;
        }
    }

    Metric collect() {
        List<NumberPoint> points = new ArrayList<>();
        series.forEach((attributes, total) -> points.add(new NumberPoint(attributes, total[0], false)));
        return new Metric(name, Metric.Kind.COUNTER, points);
    }

    void reset() {
        series.clear();
    }
}
