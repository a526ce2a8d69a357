package dev.narrative.console.store.sql;

import dev.narrative.console.store.SpanFacts;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;

/** Kind, status, whether the parent is remote and whether a score was given, in the one number that a row of spans has for them. */
public final class SpanRow {
    /** Whether the flags of a row say that the span failed: for conditions in SQL. */
    public static final String IS_ERROR = "((flags >> 3) & 3) = " + StatusCode.ERROR.otlpNumber();

    /** Whether the flags of a row say that the span carries a score. */
    public static final String IS_SCORED = "((flags >> 6) & 1) = 1";

    private SpanRow() {}

    public static int flags(JournalSpan span) {
        return span.kind().otlpNumber()
                | span.status().otlpNumber() << 3
                | (span.hasRemoteParent() ? 1 << 5 : 0)
                | (SpanFacts.isScored(span) ? 1 << 6 : 0);
    }

    public static SpanKind kind(int flags) {
        for (SpanKind kind : SpanKind.values()) {
            if (kind.otlpNumber() == (flags & 7)) {
                return kind;
            }
        }
        return SpanKind.INTERNAL;
    }

    public static StatusCode status(int flags) {
        for (StatusCode status : StatusCode.values()) {
            if (status.otlpNumber() == (flags >> 3 & 3)) {
                return status;
            }
        }
        return StatusCode.UNSET;
    }

    public static boolean hasRemoteParent(int flags) {
        return (flags >> 5 & 1) != 0;
    }

    /** The number that a row has for a state; everything but 0 is open. */
    public static int number(SpanState state) {
        return switch (state) {
            case ENDED -> 0;
            case RUNNING -> 1;
            case INTERRUPTED -> 2;
        };
    }

    public static SpanState state(int number) {
        return switch (number) {
            case 0 -> SpanState.ENDED;
            case 1 -> SpanState.RUNNING;
            default -> SpanState.INTERRUPTED;
        };
    }
}
