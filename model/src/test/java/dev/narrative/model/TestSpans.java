package dev.narrative.model;

import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds spans for tests; what is not said has a plain default. */
public final class TestSpans {
    public static final long SECOND = 1_000_000_000L;
    public static final long START = 1_767_225_600L * SECOND;

    private final String name;
    private final Attributes attributes = new Attributes();
    private final List<SpanEvent> events = new ArrayList<>();
    private long traceHigh = 0x0123456789abcdefL;
    private long traceLow = 0xfedcba9876543210L;
    private long id;
    private long parent;
    private boolean remoteParent;
    private SpanKind kind = SpanKind.INTERNAL;
    private long start = START;
    private long end = START + SECOND;
    private StatusCode status = StatusCode.UNSET;
    private @Nullable String statusMessage;
    private String scope = "narrative.methods";
    private @Nullable String traceState;
    private Resource resource = new Resource("shop", new Attributes().put("service.name", "shop"));
    private SpanState state = SpanState.ENDED;

    private TestSpans(String name, long id) {
        this.name = name;
        this.id = id;
    }

    public static TestSpans span(String name, long id) {
        return new TestSpans(name, id);
    }

    public TestSpans trace(long high, long low) {
        traceHigh = high;
        traceLow = low;
        return this;
    }

    public TestSpans parent(long spanId) {
        parent = spanId;
        return this;
    }

    public TestSpans remoteParent(long spanId) {
        remoteParent = true;
        return parent(spanId);
    }

    public TestSpans kind(SpanKind value) {
        kind = value;
        return this;
    }

    /** Start and end in milliseconds after {@link #START}. */
    public TestSpans at(long startMillis, long endMillis) {
        start = START + startMillis * 1_000_000;
        end = START + endMillis * 1_000_000;
        return this;
    }

    public TestSpans open() {
        end = 0;
        return state(SpanState.RUNNING);
    }

    public TestSpans state(SpanState value) {
        state = value;
        return this;
    }

    public TestSpans status(StatusCode code, @Nullable String message) {
        status = code;
        statusMessage = message;
        return this;
    }

    public TestSpans scope(String value) {
        scope = value;
        return this;
    }

    public TestSpans traceState(String value) {
        traceState = value;
        return this;
    }

    public TestSpans put(String key, String value) {
        attributes.put(key, value);
        return this;
    }

    public TestSpans put(String key, long value) {
        attributes.put(key, value);
        return this;
    }

    public TestSpans put(String key, double value) {
        attributes.put(key, value);
        return this;
    }

    public TestSpans put(String key, boolean value) {
        attributes.put(key, value);
        return this;
    }

    public TestSpans put(String key, List<String> values) {
        attributes.put(key, values);
        return this;
    }

    public TestSpans event(SpanEvent event) {
        events.add(event);
        return this;
    }

    public TestSpans resource(Resource value) {
        resource = value;
        return this;
    }

    public TestSpans service(String service) {
        return resource(new Resource(service, new Attributes().put("service.name", service)));
    }

    public JournalSpan build() {
        return new JournalSpan(
                traceHigh,
                traceLow,
                id,
                parent,
                remoteParent,
                name,
                kind,
                start,
                end,
                status,
                statusMessage,
                scope,
                traceState,
                attributes,
                events,
                resource,
                state);
    }
}
