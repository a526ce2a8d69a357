package dev.narrative.console.cli;

import dev.narrative.console.record.CorrelationHeaders;
import dev.narrative.console.record.ScriptTrace;
import dev.narrative.console.record.ScriptTraces;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "correlation",
        description = "Prints the headers that make what a shell script calls part of its trace, as in: curl"
                + " $(narrative trace correlation --curl) URL")
final class TraceCorrelationCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Option(names = "--parent", paramLabel = "SPAN", description = "The span that calls. Default: the trace's root.")
    private @Nullable String parent;

    @Option(names = "--curl", description = "As options of curl; the same as -o curl.")
    private boolean curl;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "headers",
            description = "headers, curl, config (for curl -K), env, json or id. Default: headers.")
    private CorrelationFormat format = CorrelationFormat.headers;

    TraceCorrelationCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        ScriptTrace trace = script.select(new ScriptTraces(journal.written(shell)), shell);
        long caller = parent == null ? trace.root().spanId() : SpanIdText.parse(parent);
        CorrelationFormat chosen = curl ? CorrelationFormat.curl : format;
        shell.out().print(chosen.write(trace, CorrelationHeaders.of(trace, caller)));
        shell.out().flush();
        return ExitCodes.OK;
    }
}
