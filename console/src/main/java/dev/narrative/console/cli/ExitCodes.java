package dev.narrative.console.cli;

/** What a command's exit code says. */
final class ExitCodes {
    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    static final int NOT_FOUND = 3;
    /** As shells say it of a command that Ctrl-C ended. */
    static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
