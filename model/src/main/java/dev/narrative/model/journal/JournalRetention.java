package dev.narrative.model.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much of a journal is kept: not what is too old and, oldest first, not what is too much. It knows only files with
 * the journal's names in the dated directories, follows no links there, and spares the files that are written to.
 *
 * @param retentionMillis the age at which a file goes, in milliseconds since it was last written
 * @param maxBytes the size of all files together above which the oldest go
 */
public record JournalRetention(Path directory, long retentionMillis, long maxBytes) {
    /**
     * The files that are to go, oldest first.
     *
     * @param ownPid this process, whose files of before are not in use
     * @param current the file that this process writes, {@code null} where it writes none
     */
    public List<StoredFile> expired(long nowMillis, long ownPid, @Nullable Path current) throws IOException {
        List<StoredFile> files = files();
        Set<Path> kept = new WritersInUse(ownPid).filesOf(files);
        if (current != null) {
            kept.add(current);
        }
        long total = 0;
        for (StoredFile file : files) {
            total += file.size();
        }
        List<StoredFile> expired = new ArrayList<>();
        for (StoredFile file : files) {
            if ((isOld(file, nowMillis) || total > maxBytes) && !kept.contains(file.journalPath())) {
                expired.add(file);
                total -= file.size();
            }
        }
        return expired;
    }

    /** Whether a file goes because of its age. */
    public boolean isOld(StoredFile file, long nowMillis) {
        return file.modifiedMillis() < nowMillis - retentionMillis;
    }

    /** All files of the journal, oldest first. */
    public List<StoredFile> files() throws IOException {
        List<StoredFile> files = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return files;
        }
        try (DirectoryStream<Path> days = Files.newDirectoryStream(directory)) {
            for (Path day : days) {
                if (epochDay(day) != Long.MIN_VALUE && Files.isDirectory(day, LinkOption.NOFOLLOW_LINKS)) {
                    StoredFile.addAll(day, files);
                }
            }
        }
        Collections.sort(files);
        return files;
    }

    /** Removes emptied directories, but none that a process may be about to write to. */
    public static void removeEmpty(Collection<Path> days, long nowMillis) throws IOException {
        long yesterday = JournalFiles.epochDay(nowMillis) - 1;
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
