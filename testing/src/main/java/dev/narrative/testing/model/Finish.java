package dev.narrative.testing.model;

/** Why an answer ended; each format has words of its own for these. */
public enum Finish {
    STOP,
    /** At the limit of output tokens. */
    LENGTH,
    /** At a sequence that the request named; several formats do not tell it from {@link #STOP}. */
    STOP_SEQUENCE,
    /** To have tools called. */
    TOOL_CALLS,
    /** At the provider's filter. */
    CONTENT_FILTER
}
