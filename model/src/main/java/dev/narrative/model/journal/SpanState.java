package dev.narrative.model.journal;

/** How far a span of the journal has come. */
public enum SpanState {
    ENDED,
    /** Open, in a process that lives. */
    RUNNING,
    /** Open, in a process that has gone without ending it. */
    INTERRUPTED
}
