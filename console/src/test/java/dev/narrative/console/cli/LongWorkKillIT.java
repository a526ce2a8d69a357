package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.model.SpanKey;
import dev.narrative.model.journal.Journal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar, killed while it copies: what it did is whole, and the next one does the rest. */
final class LongWorkKillIT {
    private static final Path JAR = Path.of(System.getProperty("narrative.root"), "console/target/narrative.jar");
    private static final int TRACES = 600;
    private static final int SPANS_OF_A_TRACE = 20;

    @TempDir
    Path directory;

    private Path source;

    @BeforeEach
    void writeSpans() {
        source = directory.resolve("source/2026-11-21/studio-1-1.jsonl");
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int trace = 1; trace <= TRACES; trace++) {
            for (int i = 1; i <= SPANS_OF_A_TRACE; i++) {
                lines.writeBytes(JournalFile.line(span(trace, i).build()));
            }
        }
        new JournalFile(source).appendBytes(lines.toByteArray());
    }

    @Test
    void importThatIsKilled_isFinishedByTheNext_withEachSpanOnce() throws Exception {
        Path journal = directory.resolve("journal");
        killWhen(() -> size(journal, "import-") > 0, journal, "import", source.toString());

        assertThat(end(start(journal, "import", source.toString()))).isZero();

        var spans = Journal.read(journal).spans();
        assertThat(spans).hasSize(TRACES * SPANS_OF_A_TRACE);
        assertThat(spans.stream().map(SpanKey::of).distinct()).hasSize(TRACES * SPANS_OF_A_TRACE);
    }

    @Test
    void exportThatIsKilled_hasWholeFiles_andTheNextWritesTheRest() throws Exception {
        Path journal = source.resolve("../..").normalize();
        Path exported = directory.resolve("exported");
        String[] export = {"trace", "export", "-o", "otlp", "--to", exported.toString()};
        killWhen(() -> size(exported, "") > 0, journal, export);
        for (Path file : files(exported)) {
            if (!file.toString().endsWith(".part")) {
                assertThat(spans(file)).isEqualTo(SPANS_OF_A_TRACE);
            }
        }

        assertThat(end(start(journal, export))).isZero();

        List<Path> whole = files(exported);
        assertThat(whole).hasSize(TRACES).noneMatch(file -> file.toString().endsWith(".part"));
        assertThat(spans(whole.get(TRACES - 1))).isEqualTo(SPANS_OF_A_TRACE);
    }

    /** Something that is so after a while. */
    private interface Seen {
        boolean yet() throws IOException;
    }

    private void killWhen(Seen seen, Path journal, String... args) throws IOException, InterruptedException {
        Process process = start(journal, args);
        while (process.isAlive() && !seen.yet()) {
            LockSupport.parkNanos(1_000_000);
        }
        process.destroyForcibly().waitFor();
        assertThat(seen.yet()).isTrue();
    }

    private static long spans(Path file) {
        return Journal.read(file).spans().size();
    }

    /** The bytes of the files that have such names. */
    private static long size(Path place, String beginning) throws IOException {
        long size = 0;
        for (Path file : files(place)) {
            if (file.getFileName().toString().startsWith(beginning)) {
                size += file.toFile().length();
            }
        }
        return size;
    }

    private static List<Path> files(Path place) throws IOException {
        if (Files.notExists(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(place, 3, (file, attributes) -> attributes.isRegularFile())) {
            return files.filter(file -> !file.toString().contains(".console"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException changing) {
            return List.of(); // a file went while it was looked at
        }
    }

    private int end(Process process) throws InterruptedException, IOException {
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(directory.resolve("err"), StandardCharsets.UTF_8))
                .doesNotContain("Exception");
        return process.exitValue();
    }

    private Process start(Path journal, String... args) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().put(JournalOptions.JOURNAL_VARIABLE, journal.toString());
        return builder.start();
    }
}
