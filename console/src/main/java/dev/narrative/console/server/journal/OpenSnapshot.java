package dev.narrative.console.server.journal;

import dev.narrative.console.record.SpanMasking;
import dev.narrative.model.Resource;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalFileName;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.JournalListing;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The spans that were begun through the console and have not ended, in a file beside its journal. */
public final class OpenSnapshot {
    private final Path journal;
    private final long pid = ProcessHandle.current().pid();
    private final Path file;

    public OpenSnapshot(Path journalDirectory, Clock clock) {
        journal = journalDirectory;
        file = journalDirectory
                .resolve(LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString())
                .resolve(new JournalFileName(JournalSegments.SERVICE, pid, 1, true).toString());
    }

    /**
     * Claims the snapshots with such spans that consoles left which are gone. Each goes to the first that gives it another
     * name; that is a snapshot's as well, so that a kill loses nothing.
     *
     * @param scope what all of a snapshot's spans are of
     * @return the claimed files, to be deleted when their spans are in this snapshot
     */
    public List<Path> claim(String scope) throws IOException {
        List<Path> claimed = new ArrayList<>();
        if (Files.notExists(journal)) {
            return claimed;
        }
        JournalListing listing = new JournalListing();
        listing.add(journal);
        for (Path left : listing.snapshots()) {
            JournalFileName name = JournalFileName.parse(left.getFileName().toString());
            if (name != null && name.service().equals(JournalSegments.SERVICE) && isLeft(left, scope)) {
                Path mine = free(left);
                try {
                    claimed.add(Files.move(left, mine, StandardCopyOption.ATOMIC_MOVE));
                } catch (NoSuchFileException another) {
                    // console was faster
                }
            }
        }
        return claimed;
    }

    /** The spans of snapshots. */
    public static List<JournalSpan> spans(List<Path> snapshots) {
        return snapshots.stream()
                .flatMap(snapshot -> Journal.read(snapshot).spans().stream())
                .toList();
    }

    private static boolean isLeft(Path snapshot, String scope) {
        List<JournalSpan> spans = spans(List.of(snapshot));
        return !spans.isEmpty()
                && spans.stream()
                        .allMatch(span -> span.state() == SpanState.INTERRUPTED
                                && span.scope().equals(scope));
    }

    /** A name of this process's beside a file that nothing has; the number 1 is the snapshot's own. */
    private Path free(Path beside) {
        int number = 2;
        Path free;
        do {
            free = beside.resolveSibling(new JournalFileName(JournalSegments.SERVICE, pid, number++, true).toString());
        } while (Files.exists(free));
        return free;
    }

    /** Replaces the file, or deletes it where nothing is open. */
    public synchronized void write(Collection<JournalSpan> open) throws IOException {
        if (open.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        JsonWriter out = new JsonWriter(open.size() * 512);
        for (JournalSpan span : open) {
            Resource resource = SpanMasking.masked(span.resource());
            new OtlpJsonEncoder(resource).encode(List.of(SpanMasking.masked(span, resource)), out);
        }
        JournalFiles.replace(file, out);
    }
}
