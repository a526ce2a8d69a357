package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.TraceCursor;
import dev.narrative.console.store.TracePage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists traces, the latest first.")
final class TraceListCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final ListOptions options = new ListOptions();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at most. Default: 20.")
    private int limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Goes on where a page ended.")
    private @Nullable String cursor;

    TraceListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        TraceCursor after = cursor == null ? null : TraceCursor.parse(cursor);
        var query = options.filter().query(limit, after, shell);
        try (JournalIndex opened = options.openFresh(shell)) {
            TracePage page = opened.traces().traces(query);
            TraceCursor next = page.next();
            Listings.traces(shell)
                    .write(page.traces(), next == null ? "" : next.toString(), options.format(shell), shell);
            if (page.traces().isEmpty()) {
                shell.hint("no trace is like that");
            } else if (next != null) {
                shell.hint("there are more: --limit " + limit * 2L + ", or --cursor " + next);
            }
        }
        return ExitCodes.OK;
    }
}
