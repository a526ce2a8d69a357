package dev.narrative.console.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What a command runs in.
 *
 * @param out what was asked for
 * @param err hints, progress and errors
 */
record Shell(
        PrintWriter out,
        PrintWriter err,
        Terminal terminal,
        Clock clock,
        Map<String, String> environment,
        Interruption interruption) {
    Shell {
        environment = Map.copyOf(environment);
    }

    /** One in which nobody interrupts. */
    Shell(PrintWriter out, PrintWriter err, Terminal terminal, Clock clock, Map<String, String> environment) {
        this(out, err, terminal, clock, environment, new Interruption());
    }

    void hint(String message) {
        out.flush();
        err.println(message);
        err.flush();
    }
}
