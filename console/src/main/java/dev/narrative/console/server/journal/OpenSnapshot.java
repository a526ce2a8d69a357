package dev.narrative.console.server.journal;

import dev.narrative.console.record.SpanMasking;
import dev.narrative.model.Resource;
import dev.narrative.model.journal.JournalFileName;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** The spans that were begun through the console and have not ended, in a file beside its journal. */
public final class OpenSnapshot {
    private final Path file;

    public OpenSnapshot(Path journalDirectory, Clock clock) {
        long pid = ProcessHandle.current().pid();
        file = journalDirectory
                .resolve(LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString())
                .resolve(new JournalFileName(JournalSegments.SERVICE, pid, 1, true).toString());
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
