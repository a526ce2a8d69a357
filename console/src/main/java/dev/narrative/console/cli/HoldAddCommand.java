package dev.narrative.console.cli;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.hold.Hold;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.store.TraceSummary;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Holds a trace: its spans and artifacts are copied to the first journal's held directory, those"
                + " that come later, too. Held once more, it gets another reason.")
final class HoldAddCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Parameters(paramLabel = "TRACE", description = "An id, the beginning of one, or @last.")
    private String trace = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is held.")
    private String reason = "";

    HoldAddCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        index.journal().written(shell); // refuses what is no directory
        try (JournalIndex opened = index.openFresh(shell)) {
            TraceSummary held = TraceSelector.select(trace, opened.traces());
            String now = shell.clock().instant().toString();
            String user = System.getProperty("user.name", "");
            Hold hold = new HeldTraces(index.journal().places(shell))
                    .add(Hold.asked(held.id(), now, user, reason), opened.traces());
            CommandAudit.changed(index.directory(shell).path(), "hold add " + held.id(), shell);
            shell.hint(
                    "trace " + held.id() + " is held, with " + hold.spans() + (hold.spans() == 1 ? " span" : " spans"));
        }
        return ExitCodes.OK;
    }
}
