package dev.narrative.core.trace;

import org.jspecify.annotations.Nullable;

/**
 * What came in with a request: the caller's span, if it sent one, and to whom the story belongs.
 *
 * @param traceIdHigh the trace id's first half; both halves 0 when the caller sent none
 * @param spanId the caller's span, 0 when only a trace id came in
 * @param baggage the W3C baggage header, passed on untouched
 */
public record RemoteParent(
        long traceIdHigh,
        long traceIdLow,
        long spanId,
        boolean sampled,
        @Nullable String traceState,
        @Nullable String baggage,
        Correlation correlation) {
    public static final RemoteParent NONE = new RemoteParent(0, 0, 0, true, null, null, Correlation.NONE);

    /** The same, known to belong to this session, story and user. */
    public RemoteParent with(Correlation known) {
        return known.equals(correlation)
                ? this
                : new RemoteParent(traceIdHigh, traceIdLow, spanId, sampled, traceState, baggage, known);
    }

    boolean hasTraceId() {
        return (traceIdHigh | traceIdLow) != 0;
    }
}
