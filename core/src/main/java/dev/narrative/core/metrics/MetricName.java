package dev.narrative.core.metrics;

/**
 * What a metric is called and what its numbers mean.
 *
 * @param scope the instrumentation scope it is reported under
 * @param unit in UCUM's notation, such as {@code s} or {@code {token}}
 */
public record MetricName(String scope, String name, String unit, String description) {}
