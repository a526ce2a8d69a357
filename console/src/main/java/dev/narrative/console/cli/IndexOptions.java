package dev.narrative.console.cli;

import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.index.JournalIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which journals a command reads, and where their index is. */
final class IndexOptions {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the index is kept. Default: .console in the first journal.")
    private @Nullable Path data;

    /** Opens the index as it is. */
    JournalIndex open(Shell shell) {
        List<Path> places = journal.places(shell);
        if (places.stream().noneMatch(Files::exists)) {
            throw new CommandFailure(
                    ExitCodes.NOT_FOUND,
                    "there is no journal in " + places.get(0) + "; has anything been traced? Name its directory with"
                            + " --journal");
        }
        return JournalIndex.open(places, directory(places), PATIENCE);
    }

    /** Opens the index and takes what is new. */
    JournalIndex openFresh(Shell shell) {
        JournalIndex index = open(shell);
        try {
            refresh(index, shell);
            return index;
        } catch (RuntimeException e) {
            index.close();
            throw e;
        }
    }

    static void refresh(JournalIndex index, Shell shell) {
        ProgressLine progress = new ProgressLine("indexing", shell);
        if (!index.refresh(PATIENCE, progress)) {
            shell.hint("another console is writing to the index; the latest spans may be missing");
        }
        progress.end();
    }

    /** Whether there is an index already. */
    boolean isThere(Shell shell) {
        return Files.exists(directory(journal.places(shell)).database());
    }

    private IndexDirectory directory(List<Path> places) {
        Path chosen = data;
        return chosen == null ? IndexDirectory.within(places) : new IndexDirectory(chosen);
    }

    JournalOptions journal() {
        return journal;
    }
}
