package dev.narrative.export.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.SpanData;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalContent;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCrashTest {
    private static final long KILL_AT_BYTES = 4 << 20;

    /** An end of its own, should nobody kill it. */
    private static final int MAX_SPANS = 1_000_000;

    @TempDir
    Path temp;

    @Test
    void tearsTheLastLineAtMost_whenKilledUnderLoad() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        temp.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(temp.toFile(), "output.txt"))
                .start();
        try {
            awaitSpans(writer);
        } finally {
            writer.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        JournalContent content = Journal.read(temp);
        List<JournalSpan> ended = content.spans().stream()
                .filter(span -> span.state() == SpanState.ENDED)
                .toList();

        assertThat(content.problems()).hasSizeLessThanOrEqualTo(1).allMatch(problem -> problem.message()
                .contains("breaks off"));
        for (int i = 0; i < ended.size(); i++) {
            assertThat(ended.get(i).spanId()).isEqualTo(i + 1L);
        }
        assertThat(content.spans())
                .filteredOn(span -> span.state() == SpanState.INTERRUPTED)
                .extracting(JournalSpan::name)
                .containsExactly("never ends");
    }

    private void awaitSpans(Process writer) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (writtenBytes() < KILL_AT_BYTES) {
            assertThat(writer.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private long writtenBytes() throws IOException {
        try (Stream<Path> files = Files.walk(temp, 2)) {
            return files.filter(file -> file.toString().endsWith("-1.jsonl"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** Writes spans numbered from 1 until it is killed, with one open all the while. */
    static final class Writer {
        public static void main(String[] args) throws Exception {
            List<SpanData> open = List.of(Spans.open("never ends", -1));
            JournalOptions options = new JournalOptions(Path.of(args[0]), 1L << 40, 1L << 40, 1L << 40, 1_000);
            JournalExporter exporter = new JournalExporter(options, Spans.RESOURCE, () -> open);
            List<SpanData> batch = new ArrayList<>();
            for (long id = 1; id < MAX_SPANS; ) {
                batch.clear();
                for (int i = 0; i < 200; i++) {
                    batch.add(Spans.ended("span", 1, id++, 0));
                }
                exporter.export(batch);
                exporter.tick();
            }
        }
    }
}
