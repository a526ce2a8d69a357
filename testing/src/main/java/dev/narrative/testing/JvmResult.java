package dev.narrative.testing;

import java.util.List;

/**
 * How a JVM ended.
 *
 * @param exitCode the exit code; 128 and the signal's number when a signal ended it
 * @param wallMillis from the start of the process to its end
 */
public record JvmResult(int exitCode, List<String> stdout, List<String> stderr, long wallMillis) {
    public JvmResult {
        stdout = List.copyOf(stdout);
        stderr = List.copyOf(stderr);
    }

    /** This result, when the exit code is 0. */
    public JvmResult ok() {
        if (exitCode != 0) {
            throw new AssertionError("exit code " + exitCode + "\n" + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return "exit " + exitCode + " after " + wallMillis + " ms\n--- stdout\n" + String.join("\n", stdout)
                + "\n--- stderr\n" + String.join("\n", stderr);
    }
}
