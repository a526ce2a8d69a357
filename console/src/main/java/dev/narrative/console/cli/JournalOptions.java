package dev.narrative.console.cli;

import dev.narrative.console.record.JournalDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which journals a command is about. */
final class JournalOptions {
    /** The agent's own name for the directory, so that one variable serves both. */
    static final String JOURNAL_VARIABLE = "NARRATIVE_JOURNAL_DIR";

    private static final String USUAL_JOURNAL = "narrative-traces";

    @Option(
            names = {"-j", "--journal"},
            paramLabel = "DIR",
            description = "A journal's directory, a day of it, or a file; may be given several times. Default:"
                    + " $NARRATIVE_JOURNAL_DIR, or narrative-traces.")
    private @Nullable List<Path> journals;

    List<Path> places(Shell shell) {
        if (journals != null) {
            return journals;
        }
        return List.of(Path.of(shell.environment().getOrDefault(JOURNAL_VARIABLE, USUAL_JOURNAL)));
    }

    /** The journal that a command writes to: the first, which is made where there is none. */
    JournalDirectory written(Shell shell) {
        Path place = places(shell).get(0);
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw new CommandFailure(
                    ExitCodes.USAGE, place + " is a file; what is recorded goes to a journal's directory");
        }
        return new JournalDirectory(place, shell.clock());
    }
}
