package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code trace export} of many traces. */
final class TraceFilesTest extends CommandFixture {
    @TempDir
    Path exports;

    private JournalFile journal;

    @BeforeEach
    void writeJournal() {
        journal = new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"));
        for (int i = 1; i <= 600; i++) {
            journal.append(span(i, 1).session(i <= 2 ? "chap-1" : "chap-2").build());
        }
    }

    @Test
    void writesAFileForEachTrace_thatTheFiltersLetThrough() throws IOException {
        assertThat(run("trace", "export", "--session", "chap-1", "-o", "otlp", "--to", exports.toString()))
                .isZero();
        assertThat(err()).contains("2 traces were written to " + exports);
        assertThat(files())
                .containsExactly("00000000000000010000000000000001.jsonl", "00000000000000020000000000000002.jsonl");
        assertThat(run("trace", "export", "-o", "otlp", "--to", exports.toString()))
                .isZero();
        assertThat(err()).contains("598 traces were written").contains("2 were there already");
    }

    @Test
    void secondRun_writesWhatIsMissingOrHasGrown() throws IOException {
        assertThat(run("trace", "export", "--session", "chap-1", "--to", exports.toString()))
                .isZero();
        Path first = exports.resolve("00000000000000010000000000000001.json");
        Files.delete(first);
        journal.append(span(2, 2).parent(1).at(1_000, 1_000).build());

        assertThat(run("trace", "export", "--session", "chap-1", "--to", exports.toString()))
                .isZero();

        assertThat(err()).contains("2 traces were written").doesNotContain("already");
        assertThat(isJson(Files.readString(first))).isTrue();
    }

    @Test
    void asksForADirectory() {
        assertThat(run("trace", "export", "--session", "chap-1")).isEqualTo(2);
        assertThat(err()).contains("--to DIR");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(exports)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
