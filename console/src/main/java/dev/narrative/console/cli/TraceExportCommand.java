package dev.narrative.console.cli;

import dev.narrative.console.export.TraceFormat;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.store.TraceSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "Writes a trace for other tools.")
final class TraceExportCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Parameters(paramLabel = "TRACE", description = "An id, the beginning of one, or @last.")
    private String trace = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json, md, otlp, csv or zipkin. Default: json.")
    private TraceFormat format = TraceFormat.json;

    @Option(names = "--to", paramLabel = "FILE", description = "Writes to a file instead of standard output.")
    private @Nullable Path file;

    TraceExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        try (JournalIndex opened = index.openFresh(shell)) {
            TraceSummary summary = TraceSelector.select(trace, opened.traces());
            String text = format.write(summary, opened.traces().spans(summary.id()));
            TextOutput.write(text, file, "trace " + summary.id(), shell);
        }
        return ExitCodes.OK;
    }
}
