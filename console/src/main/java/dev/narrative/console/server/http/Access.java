package dev.narrative.console.server.http;

/** What a route asks of its caller. */
public enum Access {
    /** Anybody may. */
    OPEN,
    /** Read what was traced. */
    READ,
    /** Hand in spans. */
    RECORD,
    /** Judge what was traced, and hold it. */
    WRITE,
    /** See who did what. */
    ADMINISTER
}
