package dev.narrative.console.cli;

import dev.narrative.console.export.TraceFormat;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.record.ScriptTrace;
import dev.narrative.console.record.ScriptTraces;
import dev.narrative.console.store.TraceSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "end", description = "Ends the trace of a shell script, and prints its id.")
final class TraceEndCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Option(names = "--output", paramLabel = "TEXT", description = "What came out of the script.")
    private @Nullable String output;

    @Option(names = "--error", paramLabel = "TEXT", description = "It failed, and why.")
    private @Nullable String error;

    @Option(names = "--export", paramLabel = "FILE", description = "Writes the whole trace to a file as well.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "Of --export: json, md, otlp, csv or zipkin. Default: json.")
    private TraceFormat format = TraceFormat.json;

    TraceEndCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        ScriptTraces traces = new ScriptTraces(index.journal().written(shell));
        ScriptTrace trace = script.select(traces, shell);
        traces.end(trace, output, error);
        shell.out().println(trace.id());
        shell.out().flush();
        if (file != null) {
            try (JournalIndex opened = index.openFresh(shell)) {
                TraceSummary summary = TraceSelector.select(trace.id().toString(), opened.traces());
                String text = format.write(summary, opened.traces().spans(summary.id()));
                TextOutput.write(text, file, "trace " + summary.id(), shell);
            }
        }
        return ExitCodes.OK;
    }
}
