package dev.narrative.console.cli;

import dev.narrative.console.index.IndexDirectory;
import dev.narrative.console.index.JournalIndex;
import dev.narrative.console.index.StoreAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which journals a command reads, and where their index is. */
final class IndexOptions {
    /** The address of a store, so that a password in it is in no list of processes. */
    static final String STORE_VARIABLE = "NARRATIVE_STORE";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private final JournalOptions journal = new JournalOptions();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the index is kept. Default: .console in the first journal.")
    private @Nullable Path data;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "A database that consoles share, jdbc:postgresql://host/database, or one that a Collector"
                    + " fills, clickhouse:http://host:8123/database. Default: $NARRATIVE_STORE, or an index in --data.")
    private @Nullable String store;

    /** Opens the index as it is. */
    JournalIndex open(Shell shell) {
        List<Path> places = journal.places(shell);
        boolean missing = places.stream().noneMatch(Files::exists);
        String address = address(shell);
        if (address != null) {
            return StoreAddress.open(address, shell.environment(), missing ? List.of() : places, directory(shell));
        }
        if (missing) {
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
        return chosen == null ? IndexDirectory.within(journal.places(shell)) : new IndexDirectory(chosen);
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
        boolean refreshed;
        try (ProgressLine progress = new ProgressLine("indexing", shell)) {
            refreshed = index.refresh(PATIENCE, progress);
        }
        if (!refreshed) {
            shell.hint("another console is writing to the index; the latest spans may be missing");
        }
    }

    /** Whether there is an index already. */
    boolean isThere(Shell shell) {
        return address(shell) != null || Files.exists(directory(shell).database());
    }

    /** Whether a store is named that is kept elsewhere. */
    boolean isShared(Shell shell) {
        return address(shell) != null;
    }

    private @Nullable String address(Shell shell) {
        return store == null ? shell.environment().get(STORE_VARIABLE) : store;
    }

    JournalOptions journal() {
        return journal;
    }
}
