package dev.narrative.console.cli;

import dev.narrative.console.journal.ArtifactCopy;
import dev.narrative.console.query.SizeText;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.JournalRetention;
import dev.narrative.model.journal.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deletes what is too old or too much of journals, and copies of artifacts that are too old, as the agents do; it
 * remembers what it was.
 */
final class Pruning {
    private final Shell shell;
    private final long retentionMillis;
    private final long maxBytes;
    private final boolean dryRun;
    private final List<Gone> gone = new ArrayList<>();
    private long keptBytes;

    Pruning(Shell shell, long retentionMillis, long maxBytes, boolean dryRun) {
        this.shell = shell;
        this.retentionMillis = retentionMillis;
        this.maxBytes = maxBytes;
        this.dryRun = dryRun;
    }

    /** A file that goes, and whether for its age. */
    private record Gone(Path path, long size, long modifiedMillis, boolean old) {}

    boolean isEmpty() {
        return gone.isEmpty();
    }

    /** Prunes one journal; {@code ownPid} is the process whose files are not in use. */
    void prune(Path directory, long ownPid) throws IOException {
        long now = shell.clock().millis();
        JournalRetention retention = new JournalRetention(directory, retentionMillis, maxBytes);
        List<Gone> expired = new ArrayList<>();
        for (StoredFile file : retention.expired(now, ownPid, null)) {
            expired.add(new Gone(file.path(), file.size(), file.modifiedMillis(), retention.isOld(file, now)));
        }
        for (StoredFile file : retention.files()) {
            keptBytes += file.size();
        }
        for (ArtifactCopy copy : ArtifactCopy.of(directory)) {
            keptBytes += copy.size();
            if (copy.modifiedMillis() < now - retentionMillis) {
                expired.add(new Gone(copy.path(), copy.size(), copy.modifiedMillis(), true));
            }
        }
        long bytes = expired.stream().mapToLong(Gone::size).sum();
        long done = 0;
        Set<Path> days = new HashSet<>();
        try (ProgressLine progress = new ProgressLine("pruning", "files", shell)) {
            for (Gone file : expired) {
                if (!dryRun) {
                    Files.deleteIfExists(file.path());
                    days.add(JournalFiles.parent(file.path()));
                }
                gone.add(file);
                keptBytes -= file.size();
                done += file.size();
                progress.advanced(done, bytes, gone.size());
            }
        } finally {
            JournalRetention.removeEmpty(days, now);
        }
    }

    void tell(OutputFormat format) {
        listing().write(gone, "", format, shell);
        long bytes = gone.stream().mapToLong(Gone::size).sum();
        shell.hint(gone.size()
                + (gone.size() == 1 ? " file, " : " files, ")
                + SizeText.text(bytes)
                + (dryRun ? " would be deleted, " : " deleted, ")
                + SizeText.text(keptBytes)
                + (dryRun ? " would stay" : " left"));
    }

    private Listing<Gone> listing() {
        return new Listing<>(
                "files",
                List.of(
                        Column.flexible("file", "FILE", row -> row.path().toString()),
                        Column.number("bytes", "SIZE", row -> SizeText.text(row.size()), row -> row.size() + ""),
                        Column.text("written", "WRITTEN", Pruning::written, Pruning::written),
                        Column.text("why", "WHY", Pruning::why, Pruning::why)),
                (row, out) -> {
                    out.beginObject().name("file").value(row.path().toString());
                    out.name("bytes").value(row.size());
                    out.name("written").value(written(row));
                    out.name("why").value(why(row)).endObject();
                },
                row -> false);
    }

    private static String written(Gone row) {
        return Instant.ofEpochMilli(row.modifiedMillis()).toString();
    }

    private static String why(Gone row) {
        return row.old() ? "age" : "size";
    }
}
