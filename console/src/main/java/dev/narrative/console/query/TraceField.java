package dev.narrative.console.query;

import java.util.Locale;

/** What a condition can ask of a trace. */
public enum TraceField {
    SESSION(Kind.TEXT),
    STORY(Kind.TEXT),
    USER(Kind.TEXT),
    /** Of any model call of the trace. */
    MODEL(Kind.TEXT),
    /** Of the trace's root. */
    NAME(Kind.TEXT),
    /** Of the trace's root. */
    SERVICE(Kind.TEXT),
    /** A {@link TraceStatus}. */
    STATUS(Kind.STATUS),
    /** Nanoseconds. */
    DURATION(Kind.DURATION),
    /** US dollars. */
    COST(Kind.NUMBER),
    /** Input and output together. */
    TOKENS(Kind.NUMBER),
    SPANS(Kind.NUMBER),
    ERRORS(Kind.NUMBER);

    /** What a field is compared with. */
    enum Kind {
        TEXT,
        STATUS,
        DURATION,
        NUMBER
    }

    private final Kind kind;

    TraceField(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The name in text, such as {@code session}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
