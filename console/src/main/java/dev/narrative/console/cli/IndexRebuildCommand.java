package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rebuild",
        description = "Drops the index and reads the journals again. Where it is interrupted, the next command goes on,"
                + " and so does the next rebuild.")
final class IndexRebuildCommand implements Callable<Integer> {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    IndexRebuildCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (JournalIndex opened = index.open(shell)) {
            boolean rebuilt;
            try (ProgressLine progress = new ProgressLine("rebuilding", shell)) {
                rebuilt = opened.rebuild(PATIENCE, progress);
            }
            if (!rebuilt) {
                throw new CommandFailure(
                        ExitCodes.FAILURE, "another console is writing to the index; try again when it is done");
            }
            shell.hint("the index was made anew");
            opened.problems().forEach(shell::hint);
        }
        return ExitCodes.OK;
    }
}
