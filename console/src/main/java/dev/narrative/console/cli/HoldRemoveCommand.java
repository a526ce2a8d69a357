package dev.narrative.console.cli;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.hold.Hold;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.TraceId;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "remove",
        description = "Lets a trace go: it stays as long as its own journal. What retention would have taken is gone.")
final class HoldRemoveCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Parameters(paramLabel = "TRACE", description = "The id of a held trace, or the beginning of one.")
    private String trace = "";

    HoldRemoveCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        HeldTraces holds = new HeldTraces(index.journal().places(shell));
        TraceId held;
        if (index.isShared(shell)) {
            try (JournalIndex opened = index.open(shell)) {
                held = named(holds.list(opened.traces()));
                holds.remove(held, opened.traces());
            }
        } else {
            held = named(holds.list());
            holds.remove(held);
        }
        CommandAudit.changed(index.directory(shell).path(), "hold remove " + held, shell);
        shell.hint("trace " + held + " is no longer held");
        return ExitCodes.OK;
    }

    /** The only one whose id begins so. */
    private TraceId named(List<Hold> holds) {
        String digits = trace.replace("-", "");
        List<TraceId> named = holds.stream()
                .map(Hold::trace)
                .distinct()
                .filter(id -> !digits.isEmpty() && id.toString().startsWith(digits))
                .toList();
        if (named.isEmpty()) {
            throw new CommandFailure(ExitCodes.NOT_FOUND, "no trace " + trace + " is held");
        }
        if (named.size() > 1) {
            throw new CommandFailure(ExitCodes.USAGE, "several held traces begin with " + trace);
        }
        return named.get(0);
    }
}
