package dev.narrative.console.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands in this process, on a journal in a directory of its own, at half past two minutes after the epoch of tests. */
abstract class CommandFixture {
    static final Instant NOW = Instant.parse("2026-11-21T12:02:30Z");

    @TempDir
    Path traces;

    Terminal terminal = Terminal.PIPE;
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int run(String... args) {
        return runIn(Map.of(JournalOptions.JOURNAL_VARIABLE, traces.toString()), args);
    }

    /** With this variable besides. */
    int runWith(String variable, String value, String... args) {
        return runIn(Map.of(JournalOptions.JOURNAL_VARIABLE, traces.toString(), variable, value), args);
    }

    int runIn(Map<String, String> environment, String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Shell shell = new Shell(new PrintWriter(out, true), new PrintWriter(err, true), terminal, clock, environment);
        int exitCode = new NarrativeCommandLine(shell).run(args);
        shell.out().flush();
        return exitCode;
    }

    /** What the last command wrote to standard output. */
    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    List<String> lines() {
        return out().lines().toList();
    }

    static boolean isJson(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            while (parser.nextToken() != null) {
                // reads all of it
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
