package dev.narrative.core.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The series of one metric. Their number is bounded: what is too much shares {@link AttributeSet#OVERFLOW}. */
final class Series<T> {
    /** Half of OpenTelemetry's limit; an application has some dozens of models and errors. */
    static final int MOST = 1_000;

    private final Supplier<T> maker;
    private final Map<AttributeSet, T> known = new LinkedHashMap<>();

    Series(Supplier<T> maker) {
        this.maker = maker;
    }

    T of(AttributeSet attributes) {
        T found = known.get(attributes);
        if (found != null) {
            return found;
        }
        return known.computeIfAbsent(
                known.size() < MOST - 1 ? attributes : AttributeSet.OVERFLOW, fresh -> maker.get());
    }

    void forEach(BiConsumer<AttributeSet, T> visitor) {
        known.forEach(visitor);
    }

    void clear() {
        known.clear();
    }
}
