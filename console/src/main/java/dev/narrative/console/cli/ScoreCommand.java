package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.langfuse.LangfuseAccess;
import dev.narrative.console.langfuse.LangfuseScores;
import dev.narrative.console.record.ScoreRecorder;
import dev.narrative.console.store.TraceSummary;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreTarget;
import dev.narrative.model.score.ScoreType;
import dev.narrative.model.score.ScoreValue;
import dev.narrative.model.tree.TerminalText;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "score",
        description =
                "Scores a trace, a span of it or a session: in the journal and, when its keys are set, in Langfuse."
                        + " The same target and name, or the same id, overwrite.")
final class ScoreCommand implements Callable<Integer> {
    /** Whose a score is where it is not known whose its target is. */
    private static final String UNKNOWN_SERVICE = "narrative";

    private final Shell shell;

    @Mixin
    private final AnyTrace trace = new AnyTrace();

    @Option(
            names = "--span",
            paramLabel = "ID",
            description = "The span of the trace; the beginning of its id will do.")
    private @Nullable String span;

    @Option(names = "--session", paramLabel = "ID", description = "Scores this session instead of a trace.")
    private @Nullable String session;

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "What is judged: coherence.")
    private String name = "";

    @Option(
            names = "--value",
            required = true,
            paramLabel = "VALUE",
            description = "A number, true or false, or a word.")
    private String value = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "numeric, categorical, boolean or text. Default: what the value looks like.")
    private @Nullable ScoreType type;

    @Option(names = "--comment", paramLabel = "TEXT", description = "Why.")
    private @Nullable String comment;

    @Option(names = "--id", paramLabel = "KEY", description = "A key of your own under which a repeat overwrites.")
    private @Nullable String id;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The agent's properties file, for Langfuse's address and keys. Default: the variables.")
    private @Nullable Path config;

    ScoreCommand(Shell shell) {
        this.shell = shell;
    }

    /** What is judged, and to whom it belongs. */
    private record Judged(
            ScoreTarget target, String service, @Nullable String session) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        boolean ofTrace = trace.named() != null;
        if (ofTrace == (session != null) || (span != null && !ofTrace)) {
            throw new CommandFailure(ExitCodes.USAGE, "name a trace, with or without --span, or a --session");
        }
        Score score = new Score(name, ScoreValue.parse(value, type), comment, id);
        LangfuseAccess access = LangfuseAccess.of(shell.environment(), properties());
        Judged judged = judged();
        long now = new ScoreRecorder(trace.index().journal().written(shell))
                .record(judged.target(), score, judged.service(), judged.session());
        shell.out().println("journal: " + TerminalText.clean(score.name()) + " given");
        shell.out().flush();
        if (access != null) {
            tellLangfuse(access, judged.target(), score, now);
        }
        return ExitCodes.OK;
    }

    private void tellLangfuse(LangfuseAccess access, ScoreTarget target, Score score, long epochNanos)
            throws InterruptedException {
        try {
            new LangfuseScores(access).give(target, score, epochNanos);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCodes.FAILURE,
                    e.getMessage() + "; the journal has the score, give it again when that is right");
        }
        shell.out().println("langfuse: " + TerminalText.clean(score.name()) + " given");
        shell.out().flush();
    }

    private Judged judged() {
        if (session != null) {
            return new Judged(ScoreTarget.session(session), UNKNOWN_SERVICE, session);
        }
        String named = String.valueOf(trace.named());
        try (JournalIndex opened = trace.openFresh(shell)) {
            TraceSummary summary = TraceSelector.select(named, opened.traces());
            if (span == null) {
                ScoreTarget whole = ScoreTarget.trace(summary.id().toString());
                return new Judged(whole, summary.service(), summary.session());
            }
            JournalSpan judged = SpanSelector.select(span, summary, opened.traces());
            return new Judged(ScoreTarget.span(judged), judged.resource().serviceName(), summary.session());
        }
    }

    private Map<String, String> properties() throws IOException {
        Path file = config;
        if (file == null) {
            return Map.of();
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(ExitCodes.NOT_FOUND, "there is no " + file);
        }
        Map<String, String> properties = new HashMap<>();
        read.stringPropertyNames().forEach(key -> properties.put(key, read.getProperty(key)));
        return properties;
    }
}
