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

@Command(
        name = "export",
        description =
                "Writes a trace for other tools, or, with --to DIR and no TRACE, all that the filters let through,"
                        + " a file each. Where that is interrupted, the next one goes on.")
final class TraceExportCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Parameters(paramLabel = "TRACE", arity = "0..1", description = "An id, the beginning of one, or @last.")
    private @Nullable String trace;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "json",
            description = "json, md, otlp, csv or zipkin. Default: json.")
    private TraceFormat format = TraceFormat.json;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "Writes to a file, or to a directory, instead of standard output.")
    private @Nullable Path file;

    TraceExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Path target = file;
        if (trace == null && target == null) {
            throw new CommandFailure(ExitCodes.USAGE, "name a trace, or a directory for many: --to DIR");
        }
        try (JournalIndex opened = index.openFresh(shell)) {
            if (trace == null && target != null) {
                new TraceFiles(target, format).write(filter.query(PAGE, null, shell), opened.traces(), shell);
                return ExitCodes.OK;
            }
            TraceSummary summary = TraceSelector.select(String.valueOf(trace), opened.traces());
            String text = format.write(summary, opened.traces().spans(summary.id()));
            TextOutput.write(text, file, "trace " + summary.id(), shell);
        }
        return ExitCodes.OK;
    }
}
