package dev.narrative.core.metrics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A metric that is counted elsewhere, and looked at for each report. One thread at a time. */
final class ObservedCounter {
    private final MetricName name;
    private final Map<AttributeSet, Long> before = new HashMap<>();
    private final Map<AttributeSet, Long> seen = new LinkedHashMap<>();

    ObservedCounter(MetricName name) {
        this.name = name;
    }

    /** What has been counted so far in a series. */
    void observe(AttributeSet attributes, long total) {
        seen.put(attributes, total);
    }

    /** What was counted since the last reset. */
    Metric collect() {
        List<NumberPoint> points = new ArrayList<>();
        seen.forEach((attributes, total) ->
                points.add(new NumberPoint(attributes, total - before.getOrDefault(attributes, 0L), true)));
        return new Metric(name, Metric.Kind.COUNTER, points);
    }

    /** Counts from what was observed last. */
    void reset() {
        before.putAll(seen);
    }
}
