package dev.narrative.core.metrics;

import java.util.List;

/** One metric as it is at the moment of a report: a point for each of its series. */
public record Metric(MetricName name, Kind kind, List<? extends MetricPoint> points) {
    /** What the numbers may do. */
    public enum Kind {
        /** A sum that only grows. */
        COUNTER,
        /** A number of things that come and go. */
        LEVEL,
        /** How values are spread. */
        HISTOGRAM
    }

    public Metric {
        points = List.copyOf(points);
    }
}
