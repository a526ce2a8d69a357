package dev.narrative.instrumentation.servlet;

/** The status that a container answers with when a servlet throws before it has answered. */
final class ServletErrors {
    private static final int FIRST_ERROR = 400;
    private static final int INTERNAL_ERROR = 500;

    private ServletErrors() {}

    static int status(int status, boolean thrown, boolean committed) {
        return thrown && !committed && status < FIRST_ERROR ? INTERNAL_ERROR : status;
    }
}
