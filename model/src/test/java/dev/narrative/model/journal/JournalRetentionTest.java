package dev.narrative.model.journal;

import static dev.narrative.model.TestSpans.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.AttributeNames;
import dev.narrative.model.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalRetentionTest {
    private static final long NOW = TimeUnit.DAYS.toMillis(20_000);
    private static final long NO_PID = -1;
    private static final long GONE = 900_000_000;

    @TempDir
    Path journal;

    @Test
    void oldFilesGo_andTheOldestBeyondTheSize() throws IOException {
        Path old = file("a", GONE, 30, 10);
        Path older = file("b", GONE, 3, 10);
        Path young = file("c", GONE, 1, 10);
        Files.writeString(Files.createDirectories(journal.resolve("artifacts")).resolve("d-1-1.jsonl"), "not a day's");

        assertThat(expired(20, 1_000)).containsExactly(old);
        assertThat(expired(100, 15)).containsExactly(old, older);
        assertThat(expired(20, 0)).containsExactly(old, older, young);
        assertThat(expired(100, 30)).isEmpty();
    }

    @Test
    void theLastFileOfALivingProcess_stays() throws IOException {
        long pid = ProcessHandle.current().pid();
        Path before = file("a", pid, 40, 10);
        file("a", pid, 30, 10, 2);

        assertThat(expired(20, 0)).containsExactly(before);
    }

    @Test
    void openSpansWithoutProcess_keepTheirFiles_untilTheirTimeIsOver() throws IOException {
        Path file = file("script", GONE, 30, 10);
        Path snapshot = JournalFiles.snapshotBeside(file);
        open(snapshot, System.currentTimeMillis() + TimeUnit.HOURS.toMillis(1));
        assertThat(expired(20, 0)).isEmpty();
        assertThat(Journal.read(snapshot).spans())
                .extracting(JournalSpan::state)
                .containsExactly(SpanState.RUNNING);

        open(snapshot, System.currentTimeMillis() - 1);
        assertThat(expired(20, 0)).contains(file);
        assertThat(Journal.read(snapshot).spans())
                .extracting(JournalSpan::state)
                .containsExactly(SpanState.INTERRUPTED);
    }

    private List<Path> expired(long days, long bytes) throws IOException {
        return new JournalRetention(journal, TimeUnit.DAYS.toMillis(days), bytes)
                .expired(NOW, NO_PID, null).stream().map(StoredFile::path).toList();
    }

    private Path file(String service, long pid, long daysOld, int bytes) throws IOException {
        return file(service, pid, daysOld, bytes, 1);
    }

    private Path file(String service, long pid, long daysOld, int bytes, int number) throws IOException {
        Path day = Files.createDirectories(journal.resolve("2024-01-01"));
        Path file = day.resolve(new JournalFileName(service, pid, number, false).toString());
        Files.write(file, new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.fromMillis(NOW - TimeUnit.DAYS.toMillis(daysOld)));
        return file;
    }

    private static void open(Path snapshot, long untilMillis) throws IOException {
        JournalSpan open = span("script", 1)
                .open()
                .put(AttributeNames.OPEN_UNTIL, Long.toString(TimeUnit.MILLISECONDS.toNanos(untilMillis)))
                .build();
        JsonWriter line = new JsonWriter(256);
        new OtlpJsonEncoder(open.resource()).encode(List.of(open), line);
        JournalFiles.replace(snapshot, line);
    }
}
