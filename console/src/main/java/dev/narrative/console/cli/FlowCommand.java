package dev.narrative.console.cli;

import dev.narrative.console.flow.FlowBuilder;
import dev.narrative.console.flow.FlowFormat;
import dev.narrative.console.flow.FlowGraph;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "flow",
        description = "Draws how data flows through services, operations, models and tools: of one trace, or of a"
                + " service in the latest traces.")
final class FlowCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    private final Shell shell;

    @Mixin
    private final AnyTrace trace = new AnyTrace();

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "This service in detail, of all others what calls it or is called by it.")
    private @Nullable String service;

    @Option(names = "--since", paramLabel = "WHEN", description = "Of traces begun since then: 1h (ago), 2026-11-21.")
    private @Nullable String since;

    @Option(
            names = "--traces",
            paramLabel = "N",
            defaultValue = "500",
            description = "Of a service: among how many traces, the latest first. Default: 500.")
    private int most;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "mermaid",
            description = "mermaid, svg or json. Default: mermaid.")
    private FlowFormat format = FlowFormat.mermaid;

    @Option(names = "--to", paramLabel = "FILE", description = "Writes to a file instead of standard output.")
    private @Nullable Path file;

    FlowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        String named = trace.named();
        if (named == null && service == null) {
            throw new CommandFailure(ExitCodes.USAGE, "name a trace, or a service with --service");
        }
        try (JournalIndex opened = trace.openFresh(shell)) {
            FlowGraph graph = named == null ? ofService(opened.traces()) : ofTrace(named, opened.traces());
            TextOutput.write(format.write(graph), file, "the flow", shell);
        }
        return ExitCodes.OK;
    }

    private FlowGraph ofTrace(String named, TraceQueries traces) {
        TraceSummary summary = TraceSelector.select(named, traces);
        String title = summary.name() + " (" + summary.id().toString().substring(0, 8) + ")";
        FlowBuilder builder = new FlowBuilder(title, service);
        builder.add(traces.outline(summary.id()));
        return builder.graph();
    }

    private FlowGraph ofService(TraceQueries traces) {
        long earliest = since == null
                ? Long.MIN_VALUE
                : TimeText.momentNanos(
                        since, shell.clock().instant(), shell.clock().getZone());
        TraceQuery query = new TraceQuery(List.of(), null, earliest, Long.MAX_VALUE, most, null);
        FlowBuilder builder = new FlowBuilder(String.valueOf(service), service);
        LatestTraces.Count count = new LatestTraces(traces, query, PAGE).forEach(builder::add);
        FlowGraph graph = builder.graph();
        if (graph.nodes().isEmpty()) {
            throw new CommandFailure(
                    ExitCodes.NOT_FOUND,
                    "no span of a service '" + service + "' is in the latest " + count.traces() + " traces"
                            + (count.more() ? "; look into more with --traces" : ""));
        }
        if (count.more()) {
            shell.hint("of the latest " + count.traces() + " traces; of more with --traces " + most * 2L);
        }
        return graph;
    }
}
