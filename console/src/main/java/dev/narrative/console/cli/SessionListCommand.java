package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.SessionCursor;
import dev.narrative.console.query.SessionQuery;
import dev.narrative.console.query.TimeText;
import dev.narrative.console.store.SessionPage;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists sessions, those first that were heard of last.")
final class SessionListCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--user", paramLabel = "ID", description = "Of this user.")
    private @Nullable String user;

    @Option(names = "--story", paramLabel = "ID", description = "Of this story.")
    private @Nullable String story;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Heard of since then: 1h (ago), 2026-11-21, or ISO 8601.")
    private @Nullable String since;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "20",
            description = "How many at most. Default: 20.")
    private int limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Goes on where a page ended.")
    private @Nullable String cursor;

    SessionListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        long earliest = since == null
                ? Long.MIN_VALUE
                : TimeText.momentNanos(
                        since, shell.clock().instant(), shell.clock().getZone());
        SessionCursor after = cursor == null ? null : SessionCursor.parse(cursor);
        SessionQuery query = new SessionQuery(user, story, earliest, limit, after);
        try (JournalIndex opened = index.openFresh(shell)) {
            SessionPage page = opened.traces().sessions(query);
            SessionCursor next = page.next();
            Listings.sessions(shell)
                    .write(page.sessions(), next == null ? "" : next.toString(), output.format(shell), shell);
            if (page.sessions().isEmpty()) {
                shell.hint("no session is like that; docs/operating.md says where session ids come from");
            } else if (next != null) {
                shell.hint("there are more: --limit " + limit * 2L + ", or --cursor " + next);
            }
        }
        return ExitCodes.OK;
    }
}
