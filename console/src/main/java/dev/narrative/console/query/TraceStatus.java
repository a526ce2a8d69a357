package dev.narrative.console.query;

import java.util.Locale;

/** How a trace stands, the first that applies. */
public enum TraceStatus {
    /** A span is open, in a process that lives. */
    RUNNING,
    /** A span is open, in a process that has gone. */
    INTERRUPTED,
    /** A span failed. */
    ERROR,
    OK;

    /** The name in text, such as {@code error}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
