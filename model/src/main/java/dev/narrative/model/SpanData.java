package dev.narrative.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span as those who store, send or draw it see it. Ids are big-endian longs as W3C writes them in hex; times are
 * nanoseconds since the epoch. Captured values are masked already.
 */
public interface SpanData {
    long traceIdHigh();

    long traceIdLow();

    long spanId();

    /** The parent's span id, 0 for a root. */
    long parentSpanId();

    /** Whether the parent lives in another process. */
    boolean hasRemoteParent();

    String name();

    /** The outermost span around this one in its process, itself where there is none; {@code null} where it isn't known. */
    default @Nullable SpanData localRoot() {
        return null;
    }

    SpanKind kind();

    long startEpochNanos();

    /** The end, 0 while the span is open. */
    long endEpochNanos();

    StatusCode status();

    /** The status's message, given only with {@link StatusCode#ERROR}. */
    @Nullable
    String statusMessage();

    /** The instrumentation scope's name, such as {@code narrative.methods}. */
    String scope();

    /** The W3C {@code tracestate} that came in, passed on untouched. */
    @Nullable
    String traceState();

    List<SpanEvent> events();

    void visitAttributes(AttributeVisitor visitor);
}
