package dev.narrative.core.metrics;

/**
 * A sum or a level.
 *
 * @param whole whether it counts things, so that its value is a whole number
 */
public record NumberPoint(AttributeSet attributes, double value, boolean whole) implements MetricPoint {}
