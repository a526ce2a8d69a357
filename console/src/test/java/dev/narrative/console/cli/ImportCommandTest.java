package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.console.JournalFile;
import dev.narrative.console.index.StoppedException;
import dev.narrative.console.record.JournalDirectory;
import dev.narrative.console.record.JournalImport;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest extends CommandFixture {
    @TempDir
    Path elsewhere;

    private JournalFile source;

    @BeforeEach
    void writeSource() {
        source = new JournalFile(elsewhere.resolve("collector.json"));
        source.append(span(1, 1).name("ask ada@example.org").build());
        source.append(span(2, 1).build());
    }

    @Test
    void copiesSpansMasked_intoTheJournal() throws IOException {
        assertThat(run("import", source.path().toString())).isZero();

        assertThat(err()).contains("2 spans imported");
        assertThat(Journal.read(traces).spans())
                .extracting(JournalSpan::name)
                .contains("ask ***")
                .hasSize(2);
        source.delete();
        assertThat(run("trace", "list")).isZero();
        assertThat(lines()).hasSize(3);
        assertThat(run("index", "verify")).isZero();
    }

    @Test
    void secondRun_takesOnlyWhatIsNew() throws IOException {
        assertThat(run("import", elsewhere.toString())).isZero();
        assertThat(run("import", elsewhere.toString())).isZero();
        assertThat(err()).contains("0 spans imported; nothing is new");
        source.append(span(3, 1).build());
        assertThat(run("import", elsewhere.toString())).isZero();
        assertThat(err()).contains("1 span imported");
        assertThat(Journal.read(traces).spans()).hasSize(3);
    }

    @Test
    void anotherFileUnderTheName_isTakenWhole() throws IOException {
        assertThat(run("import", elsewhere.toString())).isZero();
        source.delete();
        source.append(span(7, 1).build(), span(8, 1).build(), span(9, 1).build());
        assertThat(run("import", elsewhere.toString())).isZero();
        assertThat(Journal.read(traces).spans()).hasSize(5);
    }

    @Test
    void goesOn_whereItWasInterrupted() throws IOException {
        for (int i = 10; i < 20_000; i++) {
            source.append(span(i, 1).build());
        }
        JournalDirectory journal = new JournalDirectory(traces, clock);
        Path states = traces.resolve(".console/imports");
        JournalImport interrupted = new JournalImport(journal, states, (bytes, spans) -> {
            throw new StoppedException("here");
        });
        assertThatThrownBy(() -> interrupted.take(source.path())).isInstanceOf(StoppedException.class);
        long taken = interrupted.spans();
        assertThat(taken).isBetween(1L, 19_991L);
        // As if it had been killed after it wrote more than it had noted.
        Path written = Journal.read(traces).spans().isEmpty() ? source.path() : onlyFile();
        Files.write(written, JournalFile.line(span(10, 1).build()), StandardOpenOption.APPEND);

        assertThat(run("import", source.path().toString())).isZero();

        assertThat(err()).contains(19_992 - taken + " spans imported");
        assertThat(Journal.read(traces).spans()).hasSize(19_992).doesNotHaveDuplicates();
    }

    @Test
    void whatCannotBeRead_isToldAndPassedOver() throws IOException {
        source.appendText("no json\n").append(span(3, 1).build());
        source.appendText("{\"resourceSpans\":[{\"resource\"");

        assertThat(run("import", source.path().toString())).isZero();

        assertThat(err())
                .contains("the line is not whole OTLP-JSON")
                .contains("left for the next import")
                .contains("3 spans imported");
    }

    @Test
    void refuses_whatIsNoSource() {
        assertThat(run("import")).isEqualTo(2);
        assertThat(run("import", elsewhere.resolve("nowhere").toString())).isEqualTo(3);
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"))
                .append(span(1, 1).build());
        assertThat(run("import", traces.resolve("2026-11-21").toString())).isEqualTo(2);
        assertThat(err()).contains("is in the journal already");
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.walk(traces)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".jsonl")).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
