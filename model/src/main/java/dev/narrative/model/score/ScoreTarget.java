package dev.narrative.model.score;

import dev.narrative.model.Ids;
import dev.narrative.model.SpanData;

/** What a score judges when it is given later, or from elsewhere. */
public sealed interface ScoreTarget {
    /** How {@code narrative.score.target} names it. */
    String text();

    /** One step of a trace. */
    record OfSpan(long traceIdHigh, long traceIdLow, long spanId) implements ScoreTarget {
        public static final String TEXT = "span";

        @Override
        public String text() {
            return TEXT;
        }
    }

    /** A trace as a whole. */
    record OfTrace(long traceIdHigh, long traceIdLow) implements ScoreTarget {
        public static final String TEXT = "trace";

        @Override
        public String text() {
            return TEXT;
        }
    }

    /** All that happened in a session. */
    record OfSession(String id) implements ScoreTarget {
        public static final String TEXT = "session";
        private static final int MAX_ID = 200;

        public OfSession {
            if (id.isBlank() || id.length() > MAX_ID) {
                throw new IllegalArgumentException("a session's id must have 1 to " + MAX_ID + " characters");
            }
        }

        @Override
        public String text() {
            return TEXT;
        }
    }

    static ScoreTarget span(SpanData span) {
        return new OfSpan(span.traceIdHigh(), span.traceIdLow(), span.spanId());
    }

    /** The step with these ids in hex. */
    static ScoreTarget span(String traceId, String spanId) {
        OfTrace trace = (OfTrace) trace(traceId);
        return new OfSpan(trace.traceIdHigh(), trace.traceIdLow(), id(spanId, 0, 16, "a span id has 16 hex digits"));
    }

    /** The trace that a span belongs to. */
    static ScoreTarget trace(SpanData span) {
        return new OfTrace(span.traceIdHigh(), span.traceIdLow());
    }

    /** The trace with this id, in hex or as a UUID. */
    static ScoreTarget trace(String traceId) {
        String hex = traceId.length() == 36 ? traceId.replace("-", "") : traceId;
        String expected = "a trace id has 32 hex digits";
        long high = Ids.isHex(hex, 0, 16) ? Ids.parse(hex, 0) : 0;
        long low = hex.length() < 16 ? 0 : id(hex, 16, 32, expected);
        if ((high | low) == 0) {
            throw new IllegalArgumentException(expected + ", not all of them 0");
        }
        return new OfTrace(high, low);
    }

    static ScoreTarget session(String id) {
        return new OfSession(id);
    }

    private static long id(String text, int from, int length, String expected) {
        if (text.length() != length || !Ids.isHex(text, from, 16)) {
            throw new IllegalArgumentException(expected);
        }
        return Ids.parse(text, from);
    }
}
