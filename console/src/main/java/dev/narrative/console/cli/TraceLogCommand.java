package dev.narrative.console.cli;

import dev.narrative.api.SpanType;
import dev.narrative.api.Universe;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.record.NewIds;
import dev.narrative.console.record.ScriptTrace;
import dev.narrative.console.record.ScriptTraces;
import dev.narrative.console.record.SpanDraft;
import dev.narrative.model.AttributeNames;
import dev.narrative.model.Ids;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "log",
        description = "Adds a span that has just ended to the trace of a shell script, and prints the span's id.")
final class TraceLogCommand implements Callable<Integer> {
    private static final String PREFIX = "script.";

    private final Shell shell;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Mixin
    private final ScriptOptions script = new ScriptOptions();

    @Parameters(paramLabel = "NAME", description = "What happened.")
    private String name = "";

    @Option(
            names = {"-d", "--data"},
            paramLabel = "KEY=VALUE",
            description = "An attribute; a key without a dot gets the prefix script. May be given several times.")
    private Map<String, String> data = new LinkedHashMap<>();

    @Option(names = "--input", paramLabel = "TEXT", description = "What went in.")
    private @Nullable String input;

    @Option(names = "--output", paramLabel = "TEXT", description = "What came out.")
    private @Nullable String output;

    @Option(names = "--error", paramLabel = "TEXT", description = "It failed, and why.")
    private @Nullable String error;

    @Option(names = "--duration", paramLabel = "TIME", description = "How long it took: 250ms, 1.5s, 2m.")
    private @Nullable String duration;

    @Option(names = "--type", paramLabel = "TYPE", description = "span, event, tool, agent, chain, retriever …")
    private @Nullable SpanType type;

    @Option(names = "--universe", paramLabel = "NAME", description = "engineer, ceremony or story.")
    private @Nullable Universe universe;

    @Option(names = "--parent", paramLabel = "SPAN", description = "The id of the span that it is part of.")
    private @Nullable String parent;

    TraceLogCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        if (name.isBlank()) {
            throw new CommandFailure(ExitCodes.USAGE, "a span needs a name");
        }
        ScriptTraces traces = new ScriptTraces(journal.written(shell));
        ScriptTrace trace = script.select(traces, shell);
        SpanDraft step = new SpanDraft(trace.id(), NewIds.span(), name);
        step.parent(parent == null ? trace.root().spanId() : SpanIdText.parse(parent));
        step.lasted(duration == null ? 0 : TimeText.durationNanos(duration));
        step.with(AttributeNames.TYPE, EnumWords.of(type)).with(AttributeNames.UNIVERSE, EnumWords.of(universe));
        step.with(AttributeNames.INPUT, input).with(AttributeNames.OUTPUT, output);
        data.forEach((key, value) -> step.with(key.indexOf('.') < 0 ? PREFIX + key : key, value));
        if (error != null) {
            step.failed(error);
        }
        traces.log(trace, step);
        shell.out().println(Ids.spanId(step.id()));
        shell.out().flush();
        return ExitCodes.OK;
    }
}
