package dev.narrative.console.server.http;

/** What a request leaves in the audit log. */
public enum Trail {
    /** Nothing. */
    NONE,
    /** That contents were read. */
    READ,
    /** That contents were searched, where the request has words to search for. */
    SEARCH,
    /** That something was changed. */
    CHANGE
}
