package dev.narrative.testing.model;

import java.util.Locale;

/** How a model server fails on purpose; each format in its provider's own words. */
public enum Fault {
    NONE,
    /** Answers 500 with an error body. */
    SERVER_ERROR,
    /** Answers 429 with an error body and {@code Retry-After}. */
    RATE_LIMIT,
    /** Answers 400 with an error body. */
    BAD_REQUEST,
    /** Answers 200 and closes the connection in the middle of the body. */
    CUT,
    /** Answers 200 with JSON that breaks off; of a stream, one event in the middle does, and the others follow. */
    MALFORMED,
    /** Ends a stream in the middle with the event by which the provider reports an error; otherwise answers 500. */
    ERROR_EVENT;

    /** Reads a fault's name as a command line writes it, such as {@code rate-limit}. */
    static Fault parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
