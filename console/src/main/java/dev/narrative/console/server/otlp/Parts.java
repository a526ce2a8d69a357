package dev.narrative.console.server.otlp;

import dev.narrative.console.server.http.InFlightBytes;

/**
 * Counts what a request is made of: spans, events, attributes, values. Each takes an object or two, whatever its length,
 * so that a body of 16 MB with empty events would take a gigabyte.
 */
final class Parts {
    /** What a part takes at least, in bytes; the texts in it are counted by the body's length. */
    private static final int BYTES_OF_A_PART = 128;

    private static final int STEP = 1_024;

    private final InFlightBytes.Share memory;
    private int untilNext = STEP;

    Parts(InFlightBytes.Share memory) {
        this.memory = memory;
    }

    /** One more; a problem when all of them together are too many. */
    void another() {
        if (--untilNext == 0) {
            untilNext = STEP;
            memory.more((long) STEP * BYTES_OF_A_PART);
        }
    }

    /** Counts the objects of JSON, before any is made. */
    void ofJson(byte[] json, int length) {
        for (int i = 0; i < length; i++) {
            if (json[i] == '{') {
                another();
            }
        }
    }
}
