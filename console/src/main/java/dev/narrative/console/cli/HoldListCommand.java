package dev.narrative.console.cli;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.hold.Hold;
import dev.narrative.console.index.JournalIndex;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Lists the held traces, those first that were held first.")
final class HoldListCommand implements Callable<Integer> {
    private static final Listing<Hold> LISTING = new Listing<>(
            "holds",
            List.of(
                    Column.flexible("trace_id", "TRACE", hold -> hold.trace().toString()),
                    Column.flexible("since", "SINCE", Hold::since),
                    Column.flexible("by", "BY", Hold::by),
                    Column.number("spans", "SPANS", hold -> hold.spans() + "", hold -> hold.spans() + ""),
                    Column.flexible("reason", "REASON", Hold::reason)),
            Hold::write,
            hold -> false);

    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    HoldListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        HeldTraces held = new HeldTraces(index.journal().places(shell));
        List<Hold> holds;
        if (index.isShared(shell)) {
            try (JournalIndex opened = index.open(shell)) {
                holds = held.list(opened.traces());
            }
        } else {
            holds = held.list();
        }
        LISTING.write(holds, "", output.format(shell), shell);
        return ExitCodes.OK;
    }
}
