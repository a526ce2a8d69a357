package dev.narrative.console.cli;

import dev.narrative.api.Universe;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.record.CorrelationHeaders;
import dev.narrative.console.record.ScriptStart;
import dev.narrative.console.record.ScriptTrace;
import dev.narrative.console.record.ScriptTraces;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "start",
        description = "Begins a trace for a shell script and prints its id. It counts as running until trace end.")
final class TraceStartCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Parameters(arity = "0..1", paramLabel = "NAME", defaultValue = "script", description = "Default: script.")
    private String name = "script";

    @Option(names = "--session", paramLabel = "ID", description = "The session that it belongs to.")
    private @Nullable String session;

    @Option(names = "--story", paramLabel = "ID", description = "The story that it belongs to.")
    private @Nullable String story;

    @Option(names = "--user", paramLabel = "ID", description = "Who it is for.")
    private @Nullable String user;

    @Option(names = "--universe", paramLabel = "NAME", description = "engineer, ceremony or story.")
    private @Nullable Universe universe;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            defaultValue = "script",
            description = "What the spans are of. Default: script.")
    private String service = "script";

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "The id that it has elsewhere: 32 hex digits, a UUID, or a name.")
    private @Nullable String id;

    @Option(names = "--input", paramLabel = "TEXT", description = "What the script works on.")
    private @Nullable String input;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            defaultValue = "24h",
            description = "After this time without trace end it counts as interrupted. Default: 24h.")
    private String timeout = "24h";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "id",
            description = "id, headers, curl, config (for curl -K), env or json. Default: id.")
    private CorrelationFormat format = CorrelationFormat.id;

    TraceStartCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        ScriptTraces traces = new ScriptTraces(journal.written(shell));
        Duration patience = Duration.ofNanos(TimeText.durationNanos(timeout));
        ScriptStart beginning = new ScriptStart(name, service, id, session, story, user, EnumWords.of(universe), input);
        ScriptTrace trace = traces.start(beginning, patience);
        shell.out()
                .print(format.write(
                        trace, CorrelationHeaders.of(trace, trace.root().spanId())));
        shell.out().flush();
        return ExitCodes.OK;
    }
}
