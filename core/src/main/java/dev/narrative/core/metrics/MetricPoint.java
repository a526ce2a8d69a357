package dev.narrative.core.metrics;

/** One series of a metric at the moment of a report. */
public sealed interface MetricPoint permits NumberPoint, HistogramPoint {
    AttributeSet attributes();
}
