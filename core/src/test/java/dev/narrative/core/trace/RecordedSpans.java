package dev.narrative.core.trace;

import dev.narrative.model.AttributeVisitor;
import dev.narrative.model.Attributes;
import dev.narrative.model.SpanData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A sink that keeps what it is given, in order. */
public final class RecordedSpans implements SpanSink {
    private final List<Span> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();

    @Override
    public void begin() {
        begun.incrementAndGet();
    }

    @Override
    public void accept(Span span) {
        all.add(span);
    }

    /** The spans that have ended, the first one first. */
    public List<Span> all() {
        return all;
    }

    /** The traces that have begun. */
    public int begun() {
        return begun.get();
    }

    /** The one span that there must be. */
    public Span only() {
        if (all.size() != 1) {
            throw new AssertionError("not one span but " + all);
        }
        return all.get(0);
    }

    public static Map<String, Object> attributes(SpanData span) {
        Collector collected = new Collector();
        span.visitAttributes(collected);
        return collected.values;
    }

    public static Map<String, Object> attributes(Attributes attributes) {
        Collector collected = new Collector();
        attributes.visit(collected);
        return collected.values;
    }

    private static final class Collector implements AttributeVisitor {
        final Map<String, Object> values = new LinkedHashMap<>();

        @Override
        public void string(String key, String value) {
            put(key, value);
        }

        @Override
        public void integer(String key, long value) {
            put(key, value);
        }

        @Override
        public void decimal(String key, double value) {
            put(key, value);
        }

        @Override
        public void bool(String key, boolean value) {
            put(key, value);
        }

        @Override
        public void strings(String key, List<String> value) {
            put(key, value);
        }

        private void put(String key, Object value) {
            if (values.put(key, value) != null) {
                throw new AssertionError("two values of " + key);
            }
        }
    }
}
