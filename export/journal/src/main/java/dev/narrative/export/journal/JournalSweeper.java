package dev.narrative.export.journal;

import dev.narrative.core.log.AgentLog;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what is too old and, oldest first, what is too much. It touches only files with the journal's names in the
 * dated directories, follows no links there, and leaves the file that a living process writes to.
 */
final class JournalSweeper {
    private final JournalOptions options;
    private final long ownPid;
    private final Clock clock;

    JournalSweeper(JournalOptions options, long ownPid, Clock clock) {
        this.options = options;
        this.ownPid = ownPid;
        this.clock = clock;
    }

    /** Sweeps once; {@code current} is this process's own file. */
    void sweep(@Nullable Path current) throws IOException {
        List<SweptFile> files = list();
        Collections.sort(files);
        Set<Path> kept = new WritersInUse(ownPid).filesOf(files);
        if (current != null) {
            kept.add(current);
        }
        long expiry = clock.millis() - options.retentionMillis();
        long total = 0;
        for (SweptFile file : files) {
            total += file.size();
        }
        int dropped = 0;
        Set<Path> thinned = new HashSet<>();
        for (SweptFile file : files) {
            boolean old = file.modifiedMillis() < expiry;
            if ((!old && total <= options.maxBytes()) || kept.contains(file.journalPath())) {
                continue;
            }
            Files.deleteIfExists(file.path());
            total -= file.size();
            dropped += old ? 0 : 1;
            thinned.add(JournalFiles.parent(file.path()));
        }
        removeEmpty(thinned);
        if (dropped > 0) {
            AgentLog.warnThrottled(
                    "journal.max-size",
                    "journal in " + options.directory()
                            + " has reached narrative.journal.max-size: its oldest files were deleted (" + dropped
                            + "); raise the size or lower narrative.journal.retention");
        }
    }

    private List<SweptFile> list() throws IOException {
        List<SweptFile> files = new ArrayList<>();
        if (!Files.isDirectory(options.directory())) {
            return files;
        }
        try (DirectoryStream<Path> days = Files.newDirectoryStream(options.directory())) {
            for (Path day : days) {
                if (epochDay(day) != Long.MIN_VALUE && Files.isDirectory(day, LinkOption.NOFOLLOW_LINKS)) {
                    SweptFile.addAll(day, files);
                }
            }
        }
        return files;
    }

    /** Removes emptied directories, but none that a process may be about to write to. */
    private void removeEmpty(Set<Path> days) throws IOException {
        long yesterday = JournalFiles.epochDay(clock.millis()) - 1;
        for (Path day : days) {
            if (epochDay(day) >= yesterday) {
                continue;
            }
            try (DirectoryStream<Path> rest = Files.newDirectoryStream(day)) {
                if (rest.iterator().hasNext()) {
                    continue;
                }
            }
            Files.deleteIfExists(day);
        }
    }

    /** The day that a directory is named after, {@link Long#MIN_VALUE} when it is none. */
    private static long epochDay(Path directory) {
        String name = directory.getFileName().toString();
        if (name.length() != 10) {
            return Long.MIN_VALUE;
        }
        try {
            return LocalDate.parse(name).toEpochDay();
        } catch (DateTimeParseException e) {
            return Long.MIN_VALUE;
        }
    }
}
