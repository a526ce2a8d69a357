package dev.narrative.console.cli;

import dev.narrative.console.analysis.SelfTimes;
import dev.narrative.console.analysis.SlowPaths;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.TraceQueries;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bottlenecks",
        description = "Where time passes in the traces: self times by operation or service with their part of the"
                + " critical paths, or the slowest paths from root to leaf.")
final class BottlenecksCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    private final Shell shell;

    @Mixin
    private final ListOptions options = new ListOptions();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            defaultValue = "OPERATION",
            description = "operation, service or path. Default: operation.")
    private By by = By.OPERATION;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "20",
            description = "How many rows at most. Default: 20.")
    private int limit;

    @Option(
            names = "--traces",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Of how many traces, the latest first. Default: 1000.")
    private int most;

    /** What times are summed up by. */
    enum By {
        OPERATION,
        SERVICE,
        PATH
    }

    BottlenecksCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (limit <= 0) {
            throw new CommandFailure(ExitCodes.USAGE, "the limit must be above 0, not " + limit);
        }
        TraceQuery query = options.filter().query(most, null, shell);
        OutputFormat format = options.format(shell);
        try (JournalIndex opened = options.openFresh(shell)) {
            TraceQueries traces = opened.traces();
            switch (by) {
                case PATH -> {
                    SlowPaths paths = new SlowPaths();
                    tell(new LatestTraces(traces, query, PAGE).forEach(paths::add));
                    BottleneckListings.paths(shell).write(first(paths.rows()), "", format, shell);
                }
                case OPERATION, SERVICE -> {
                    SelfTimes.By what = by == By.SERVICE ? SelfTimes.By.SERVICE : SelfTimes.By.OPERATION;
                    SelfTimes times = new SelfTimes(what);
                    tell(new LatestTraces(traces, query, PAGE).forEach(times::add));
                    BottleneckListings.selfTimes(what, shell).write(first(times.rows()), "", format, shell);
                }
            }
        }
        return ExitCodes.OK;
    }

    private <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(limit, rows.size()));
    }

    private void tell(LatestTraces.Count count) {
        if (count.traces() == 0) {
            shell.hint("no trace is like that");
        } else if (count.more()) {
            shell.hint("of the latest " + count.traces() + " traces; of more with --traces " + most * 2L);
        }
    }
}
