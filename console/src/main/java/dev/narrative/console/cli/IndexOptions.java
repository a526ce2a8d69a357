package dev.narrative.console.cli;

import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.index.JournalIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which journals a command reads, and where their index is. */
final class IndexOptions {
    /** The agent's own name for the directory, so that one variable serves both. */
    static final String JOURNAL_VARIABLE = "NARRATIVE_JOURNAL_DIR";

    private static final String USUAL_JOURNAL = "narrative-traces";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Option(
            names = {"-j", "--journal"},
            paramLabel = "DIR",
            description = "A journal's directory, a day of it, or a file; may be given several times. Default:"
                    + " $NARRATIVE_JOURNAL_DIR, or narrative-traces.")
    private @Nullable List<Path> journals;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the index is kept. Default: .console in the first journal.")
    private @Nullable Path data;

    /** Opens the index as it is. */
    JournalIndex open(Shell shell) {
        List<Path> places = places(shell);
        if (places.stream().noneMatch(Files::exists)) {
            throw new CommandFailure(
                    ExitCodes.NOT_FOUND,
                    "there is no journal in " + places.get(0) + "; has anything been traced? Name its directory with"
                            + " --journal");
        }
        return JournalIndex.open(places, directory(shell), PATIENCE);
    }

    /** Where the index is kept, and what else the console keeps. */
    IndexDirectory directory(Shell shell) {
        Path chosen = data;
        return chosen == null ? IndexDirectory.within(places(shell)) : new IndexDirectory(chosen);
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

    /** The journals, whether they are there or not. */
    List<Path> places(Shell shell) {
        if (journals != null) {
            return journals;
        }
        return List.of(Path.of(shell.environment().getOrDefault(JOURNAL_VARIABLE, USUAL_JOURNAL)));
    }
}
