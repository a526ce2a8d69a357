package dev.narrative.testing.model;

import java.io.IOException;

/** Ends the handling of a request so that the server drops the connection. */
final class Cut extends IOException {
    private static final long serialVersionUID = 1;

    Cut() {
        super("cut on purpose");
    }
}
