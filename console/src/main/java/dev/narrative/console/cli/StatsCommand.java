package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.StatsBy;
import dev.narrative.console.query.StatsQuery;
import dev.narrative.console.store.StatsRow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "stats",
        description = "Sums up calls of models, tools and agents: errors, tokens, cost, percentiles of their"
                + " durations, and the median time to the first token.")
final class StatsCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final ListOptions options = new ListOptions();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "MODEL",
            description = "model, operation, hour, session, service or user. Default: model.")
    private StatsBy by = StatsBy.MODEL;

    StatsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (options.filter().hasText()) {
            throw new CommandFailure(ExitCodes.USAGE, "--text is for traces; calls are not summed up by their words");
        }
        StatsQuery query = new StatsQuery(
                by,
                options.filter().conditions(),
                options.filter().sinceNanos(shell),
                options.filter().untilNanos(shell));
        try (JournalIndex opened = options.openFresh(shell)) {
            List<StatsRow> rows = opened.traces().stats(query);
            Listings.stats(by, shell).write(rows, "", options.format(shell), shell);
            if (rows.isEmpty()) {
                shell.hint("there is no call of a model, a tool or an agent like that");
            }
        }
        return ExitCodes.OK;
    }
}
