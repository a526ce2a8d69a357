package dev.narrative.console.cli;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.query.SizeText;
import dev.narrative.console.query.TimeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "prune",
        description =
                "Deletes journal files and copies of artifacts by age, and the oldest journal files beyond a size. Files that are written to stay,"
                        + " and so do traces that are held."
                        + " Where it is interrupted, what is left is whole.")
final class PruneCommand implements Callable<Integer> {
    private static final long NEVER = Duration.ofDays(365_000).toMillis();
    private static final long NO_PROCESS = -1;

    private final Shell shell;

    @Mixin
    private final IndexOptions index = new IndexOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(names = "--older-than", paramLabel = "TIME", description = "Not written to for this time: 30d, 12h.")
    private @Nullable String age;

    @Option(names = "--max-size", paramLabel = "SIZE", description = "Of what is left at most: 500MB, 2GB.")
    private @Nullable String size;

    @Option(names = "--dry-run", description = "Only tells what would be deleted.")
    private boolean dryRun;

    PruneCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        if (age == null && size == null) {
            throw new CommandFailure(ExitCodes.USAGE, "say how much is to stay: --older-than 30d, --max-size 2GB");
        }
        long retention = age == null ? NEVER : TimeText.durationNanos(age) / 1_000_000;
        long most = size == null ? Long.MAX_VALUE : SizeText.bytes(size);
        if (retention <= 0) {
            throw new CommandFailure(ExitCodes.USAGE, "--older-than must be above 0");
        }
        List<Path> journals = index.journal().places(shell).stream()
                .filter(Files::isDirectory)
                .toList();
        if (journals.isEmpty()) {
            throw new CommandFailure(ExitCodes.NOT_FOUND, "there is no journal's directory to prune");
        }
        if (!dryRun) {
            followHolds(journals);
        }
        Pruning pruning = new Pruning(shell, retention, most, dryRun);
        for (Path journal : journals) {
            pruning.prune(journal.toAbsolutePath().normalize(), NO_PROCESS);
        }
        pruning.tell(output.format(shell));
        if (!dryRun && !pruning.isEmpty() && index.isThere(shell)) {
            index.openFresh(shell).close();
        }
        return ExitCodes.OK;
    }

    /** What came to held traces since somebody looked last is kept before anything goes. */
    private void followHolds(List<Path> journals) throws IOException {
        HeldTraces holds = new HeldTraces(journals);
        if (!holds.list().isEmpty()) {
            try (JournalIndex opened = index.openFresh(shell)) {
                holds.follow(opened.traces());
            }
        }
    }
}
