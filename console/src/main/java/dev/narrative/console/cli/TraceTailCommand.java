package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.TraceCursor;
import dev.narrative.console.query.TraceQuery;
import dev.narrative.console.store.TraceQueries;
import dev.narrative.console.store.TraceSummary;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "tail", description = "Prints each trace when it has ended, until it is interrupted.")
final class TraceTailCommand implements Callable<Integer> {
    private static final long PAUSE_NANOS = Duration.ofMillis(700).toNanos();

    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final FilterOptions filter = new FilterOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "tsv or jsonl; on a terminal, lines for people are the default.")
    private OutputFormat format = OutputFormat.table;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "Ends after so many traces.")
    private long limit = Long.MAX_VALUE;

    TraceTailCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        TraceLines lines = new TraceLines(format, shell);
        TraceQuery query = filter.query(1, null, shell);
        long printed = 0;
        try (JournalIndex opened = index.openFresh(shell)) {
            TraceQueries traces = opened.traces();
            SettledTraces settled = new SettledTraces();
            long change = traces.lastChange();
            while (printed < limit && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(PAUSE_NANOS);
                IndexOptions.refresh(opened, shell);
                List<TraceSummary> changed = traces.changedAfter(change);
                change = traces.lastChange();
                for (TraceSummary trace : settled.look(changed)) {
                    if (printed < limit && matches(trace, query, traces)) {
                        lines.print(trace);
                        printed++;
                    }
                }
            }
        }
        return ExitCodes.OK;
    }

    /** Asks the store, which knows how: among the traces that began at the same moment it is there or not. */
    private static boolean matches(TraceSummary trace, TraceQuery query, TraceQueries traces) {
        TraceQuery only = new TraceQuery(
                query.conditions(),
                query.text(),
                Math.max(query.sinceNanos(), trace.startNanos()),
                Math.min(query.untilNanos(), trace.startNanos() + 1),
                1_000,
                (TraceCursor) null);
        return traces.traces(only).traces().stream()
                .anyMatch(found -> found.id().equals(trace.id()));
    }
}
