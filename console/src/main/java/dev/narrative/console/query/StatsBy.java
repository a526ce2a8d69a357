package dev.narrative.console.query;

/** What model calls are grouped by. */
public enum StatsBy {
    MODEL,
    /** {@code chat}, {@code embeddings}, {@code execute_tool} … */
    OPERATION,
    /** The hour of the start, in UTC. */
    HOUR,
    SESSION,
    SERVICE,
    USER
}
