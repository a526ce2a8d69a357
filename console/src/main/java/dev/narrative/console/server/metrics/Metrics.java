package dev.narrative.console.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;

/**
 * Figures by name and labels, and their text as Prometheus reads it. Thread-safe.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus's text format</a>
 */
public final class Metrics {
    /** The text's media type. */
    public static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<String, Family> families = new ConcurrentSkipListMap<>();

    /** Writes the lines of one series. */
    private interface Series {
        void write(String name, Labels labels, StringBuilder out);
    }

    /** All series of a name. */
    private record Family(String help, String type, Map<Labels, Object> values, Map<Labels, Series> series) {}

    /** A number that only grows. */
    public LongAdder counter(String name, String help, String... labels) {
        return (LongAdder) value(name, help, "counter", labels, new LongAdder());
    }

    public Histogram histogram(String name, String help, String... labels) {
        return (Histogram) value(name, help, "histogram", labels, new Histogram());
    }

    /** A number that is asked for when it is read. */
    public void gauge(String name, String help, DoubleSupplier supplier) {
        value(name, help, "gauge", new String[0], supplier);
    }

    public String text() {
        StringBuilder out = new StringBuilder(8_192);
        families.forEach((name, family) -> {
            out.append("# HELP ").append(name).append(' ').append(family.help()).append('\n');
            out.append("# TYPE ").append(name).append(' ').append(family.type()).append('\n');
            family.series().forEach((labels, series) -> series.write(name, labels, out));
        });
        return out.toString();
    }

    private Object value(String name, String help, String type, String[] labels, Object fresh) {
        Family family = families.computeIfAbsent(
                name, missing -> new Family(help, type, new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));
        Labels key = new Labels(List.of(labels));
        Object value = family.values().computeIfAbsent(key, missing -> fresh);
        family.series().computeIfAbsent(key, missing -> series(value));
        return value;
    }

    private static Series series(Object value) {
        if (value instanceof Histogram histogram) {
            return histogram::write;
        }
        if (value instanceof LongAdder counter) {
            return (name, labels, out) -> line(name, labels, Long.toString(counter.sum()), out);
        }
        DoubleSupplier gauge = (DoubleSupplier) value;
        return (name, labels, out) -> line(name, labels, Double.toString(gauge.getAsDouble()), out);
    }

    private static void line(String name, Labels labels, String value, StringBuilder out) {
        out.append(name).append(labels.with()).append(' ').append(value).append('\n');
    }
}
