package dev.narrative.console.cli;

import dev.narrative.console.index.JournalIndex;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        description = "Reads the journals again and compares; lists what differs, and lines that can't be read."
                + " Where it is interrupted, the next one goes on.")
final class IndexVerifyCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    IndexVerifyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (JournalIndex opened = index.open(shell)) {
            List<String> differences;
            try (ProgressLine progress = new ProgressLine("verifying", shell)) {
                differences = opened.verify(IndexRebuildCommand.PATIENCE, progress);
            }
            differences.forEach(shell.out()::println);
            opened.problems().forEach(shell.out()::println);
            shell.out().flush();
            if (differences.isEmpty()) {
                shell.hint("the index is as the journals are");
                return ExitCodes.OK;
            }
            shell.hint("the index differs from the journals; make it anew: narrative index rebuild");
        }
        return ExitCodes.FAILURE;
    }
}
