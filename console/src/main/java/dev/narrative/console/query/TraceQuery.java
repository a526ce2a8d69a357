package dev.narrative.console.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which traces are asked for; the latest come first.
 *
 * @param conditions all must hold
 * @param text words that one span of the trace must have, all of them, in its name, error, input or output;
 *     {@code null} for any
 * @param sinceNanos the earliest start, since the epoch
 * @param untilNanos the start before which traces began, since the epoch
 * @param limit how many at most, above 0
 * @param after where the page before ended, {@code null} for the first page
 */
public record TraceQuery(
        List<Condition> conditions,
        @Nullable String text,
        long sinceNanos,
        long untilNanos,
        int limit,
        @Nullable TraceCursor after) {
    public TraceQuery {
        conditions = List.copyOf(conditions);
        if (limit <= 0) {
            throw new IllegalArgumentException("the limit must be above 0, not " + limit);
        }
    }

    /** The latest traces, whatever they are. */
    public static TraceQuery latest(int limit) {
        return of(List.of(), limit);
    }

    public static TraceQuery of(List<Condition> conditions, int limit) {
        return new TraceQuery(conditions, null, Long.MIN_VALUE, Long.MAX_VALUE, limit, null);
    }

    public TraceQuery withText(@Nullable String words) {
        return new TraceQuery(conditions, words, sinceNanos, untilNanos, limit, after);
    }

    public TraceQuery after(@Nullable TraceCursor cursor) {
        return new TraceQuery(conditions, text, sinceNanos, untilNanos, limit, cursor);
    }
}
