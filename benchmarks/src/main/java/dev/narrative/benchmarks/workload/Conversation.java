package dev.narrative.benchmarks.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * How a forked process speaks with the one that forked it: lines that begin with {@code bench.} on stdout, answers on
 * stdin. All else on stdout is noise and is skipped.
 */
public final class Conversation {
    public static final String PREFIX = "bench.";

    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintStream out = System.out;

    public void tell(String name, Object value) {
        out.println(PREFIX + name + " " + value);
        out.flush();
    }

    /** Tells, and blocks until the other side has answered; gives {@code quit} when the other side is gone. */
    public String ask(String name) {
        tell(name, "?");
        return hear();
    }

    public String hear() {
        try {
            String line = in.readLine();
            return line == null ? "quit" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
