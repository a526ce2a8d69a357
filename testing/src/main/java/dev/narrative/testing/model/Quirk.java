package dev.narrative.testing.model;

/** What a model server may do without being wrong, or hardly, and what clients bear. */
public enum Quirk {
    /** Compresses the answer when the client accepts gzip; a stream event by event. */
    GZIP,
    /** Writes three bytes at a time, so that characters, lines and frames come in parts. */
    SPLIT_BYTES,
    /** Puts events that no format knows into a stream, with a comment where the format has comments. */
    UNKNOWN_EVENTS,
    /** Calls the answer {@code text/plain}. */
    WRONG_CONTENT_TYPE
}
