package dev.narrative.testing.model;

import java.util.Locale;

/** How a model server fails on purpose. */
public enum Fault {
    NONE,
    /** Answers 500 with an error body. */
    SERVER_ERROR,
    /** Answers 429 with an error body and {@code Retry-After}. */
    RATE_LIMIT,
    /** Answers 200 and closes the connection in the middle of the body. */
    CUT;

    /** Reads a fault's name as a command line writes it, such as {@code rate-limit}. */
    static Fault parse(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
