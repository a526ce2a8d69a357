package dev.narrative.console.cli;

import dev.narrative.console.analysis.GivenScore;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.Comparison;
import dev.narrative.console.query.Condition;
import dev.narrative.console.query.TraceField;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.SessionSummary;
import dev.narrative.console.store.TracePage;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.score.ScoreEvents;
import dev.narrative.model.score.ScoreTarget;
import dev.narrative.model.tree.Quantities;
import dev.narrative.model.tree.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Shows a session with its traces, the latest first.")
final class SessionShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "SESSION", description = "The session's id.")
    private String session = "";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "100",
            description = "How many traces at most. Default: 100.")
    private int limit;

    SessionShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (JournalIndex opened = index.openFresh(shell)) {
            SessionSummary summary = opened.traces()
                    .session(session)
                    .orElseThrow(
                            () -> new CommandFailure(ExitCodes.NOT_FOUND, "there is no session '" + session + "'"));
            Condition ofSession = new Condition(TraceField.SESSION, Comparison.IS, session, 0);
            TracePage page = opened.traces().traces(TraceQuery.of(List.of(ofSession), limit));
            OutputFormat format = output.format(shell);
            if (format == OutputFormat.table || format == OutputFormat.wide) {
                shell.out().println(shell.terminal().bold(head(summary)) + scores(opened.traces()));
            }
            Listings.traces(shell).write(page.traces(), "", format, shell);
            if (page.next() != null) {
                shell.hint("there are more: --limit " + limit * 2L);
            }
        }
        return ExitCodes.OK;
    }

    private String head(SessionSummary summary) {
        Terminal terminal = shell.terminal();
        long duration = summary.endNanos() - summary.startNanos();
        return "session " + TerminalText.clean(summary.id())
                + with("user", summary.user())
                + with("story", summary.story())
                + "  " + summary.traces() + (summary.traces() == 1 ? " trace" : " traces")
                + "  " + summary.spans() + " spans  " + Quantities.duration(duration, terminal.ascii())
                + "  " + Shown.tokens(summary.inputTokens(), summary.outputTokens(), terminal)
                + "  " + Shown.cost(summary.cost());
    }

    /** The scores of the session as a whole, which stand in traces of their own. */
    private String scores(TraceQueries traces) {
        List<Condition> conditions = List.of(
                new Condition(TraceField.SESSION, Comparison.IS, session, 0),
                Condition.text(TraceField.NAME, Comparison.CONTAINS, ScoreEvents.SPAN_NAME));
        List<JournalSpan> carriers = new ArrayList<>();
        traces.traces(TraceQuery.of(conditions, limit))
                .traces()
                .forEach(trace -> carriers.addAll(traces.scored(trace.id())));
        StringBuilder text = new StringBuilder();
        for (GivenScore given : GivenScore.of(carriers)) {
            if (given.target().equals(ScoreTarget.OfSession.TEXT)) {
                text.append("  ").append(TerminalText.clean(given.score().name() + " " + given.value()));
            }
        }
        return text.toString();
    }

    private static String with(String name, @Nullable String value) {
        return value == null ? "" : "  " + name + " " + TerminalText.clean(value);
    }
}
