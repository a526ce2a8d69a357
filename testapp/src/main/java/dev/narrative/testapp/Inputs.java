package dev.narrative.testapp;

import org.jspecify.annotations.Nullable;

/** Checks of what a client sent. */
final class Inputs {
    private Inputs() {}

    /** The text itself; an {@link IllegalArgumentException}, which a server answers with 400, when it is blank. */
    static String require(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("\"" + field + "\" is missing");
        }
        return text;
    }
}
