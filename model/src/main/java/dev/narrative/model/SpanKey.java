package dev.narrative.model;

/** What tells a span from all others: its trace's id and its own. */
public record SpanKey(long traceIdHigh, long traceIdLow, long spanId) {
    public static SpanKey of(SpanData span) {
        return new SpanKey(span.traceIdHigh(), span.traceIdLow(), span.spanId());
    }

    /** The parent's key; its span id is 0 for a root. */
    public static SpanKey ofParent(SpanData span) {
        return new SpanKey(span.traceIdHigh(), span.traceIdLow(), span.parentSpanId());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(spanId * 31 + traceIdLow);
    }
}
