package dev.narrative.console.record;

import dev.narrative.model.journal.JournalFile;
import dev.narrative.model.journal.JournalFileName;
import dev.narrative.model.journal.JournalFiles;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.OtlpJsonEncoder;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A journal's directory as commands write to it. Each line goes out by one write, so that several may write at once. */
public final class JournalDirectory {
    /** No process has this number, so that nobody takes the file for one of a process that writes it. */
    private static final long NO_PROCESS = 0;

    private static final String SCORES = "scores";

    private final Path directory;
    private final Clock clock;

    public JournalDirectory(Path directory, Clock clock) {
        this.directory = directory.toAbsolutePath();
        this.clock = clock;
    }

    Path path() {
        return directory;
    }

    long nowNanos() {
        Instant now = clock.instant();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /** Makes a file of its own for a trace, with today's others. */
    Path createFile(String service) throws IOException {
        long pid = ProcessHandle.current().pid();
        return new JournalFiles(directory, service, pid).createNext(JournalFiles.epochDay(clock.millis()));
    }

    /** The day's file of scores, which all who score share. */
    Path scores() {
        Path day = directory.resolve(
                LocalDate.ofEpochDay(JournalFiles.epochDay(clock.millis())).toString());
        return day.resolve(new JournalFileName(SCORES, NO_PROCESS, 1, false).toString());
    }

    /** Appends a span that has ended. */
    static void append(Path file, JournalSpan span) throws IOException {
        if (Files.notExists(file)) {
            JournalFiles.recreate(file);
        }
        JsonWriter line = line(span);
        try (JournalFile opened = JournalFile.open(file, JournalFile.Opener.APPEND)) {
            opened.write(line.buffer(), line.size());
        }
    }

    static JsonWriter line(JournalSpan span) {
        JsonWriter line = new JsonWriter(2_048);
        new OtlpJsonEncoder(span.resource()).encode(List.of(span), line);
        return line;
    }
}
