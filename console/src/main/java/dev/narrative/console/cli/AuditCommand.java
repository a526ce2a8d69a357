package dev.narrative.console.cli;

import dev.narrative.console.query.TimeText;
import dev.narrative.console.server.audit.AuditEntry;
import dev.narrative.console.server.audit.AuditLog;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "audit", description = "Lists who read and changed what through the console's server.")
final class AuditCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--who", paramLabel = "TOKEN", description = "Only what this token's bearer did.")
    private @Nullable String who;

    @Option(names = "--action", paramLabel = "ACTION", description = "Only this: read, search or change.")
    private @Nullable String action;

    @Option(names = "--since", paramLabel = "WHEN", description = "Since then: 1h (ago), 2026-11-21, or ISO 8601.")
    private @Nullable String since;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most, the latest first. Default: 50.")
    private int limit;

    AuditCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be above 0, not " + limit);
        }
        long from = since == null
                ? Long.MIN_VALUE
                : TimeText.momentNanos(
                        since, shell.clock().instant(), shell.clock().getZone());
        List<AuditEntry> entries = new AuditLog(index.directory(shell).path())
                .latest(limit, entry -> isWanted(entry) && millis(entry) >= from / 1_000_000);
        listing().write(entries, "", output.format(shell), shell);
        if (entries.isEmpty()) {
            shell.hint("nothing like that is in the audit log");
        }
        return ExitCodes.OK;
    }

    private boolean isWanted(AuditEntry entry) {
        return (who == null || who.equals(entry.who())) && (action == null || action.equals(entry.action()));
    }

    private static long millis(AuditEntry entry) {
        return Instant.parse(entry.time()).toEpochMilli();
    }

    private static Listing<AuditEntry> listing() {
        return new Listing<>(
                "entries",
                List.of(
                        Column.flexible("time", "TIME", AuditEntry::time),
                        Column.flexible("who", "WHO", AuditEntry::who),
                        Column.flexible("name", "NAME", AuditEntry::name),
                        Column.flexible("role", "ROLE", AuditEntry::role),
                        Column.flexible("address", "ADDRESS", AuditEntry::address),
                        Column.flexible("action", "ACTION", AuditEntry::action),
                        Column.flexible("status", "STATUS", entry -> entry.status() == 0 ? "" : "" + entry.status()),
                        Column.flexible("what", "WHAT", AuditEntry::what)),
                AuditEntry::write,
                entry -> entry.status() >= 400);
    }
}
