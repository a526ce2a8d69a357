package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import dev.narrative.model.AttributeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two traces in an old file, one of which goes on in a young one. */
final class HoldCommandTest extends CommandFixture {
    private static final String HELD = "00000000000000010000000000000001";
    private static final String OTHER = "00000000000000020000000000000002";
    private static final String COPY = "0e041b30145fa551fa4358abe18b42dbaba07fe7efcf37e6d6b67b8cc433c7c8";

    @TempDir
    Path elsewhere;

    private JournalFile old;
    private JournalFile young;

    @BeforeEach
    void writeJournal() throws IOException {
        old = new JournalFile(traces.resolve("2026-01-01/studio-900000001-1.jsonl"));
        old.append(
                span(1, 1).name("narrate scene").session("chap-12").at(0, 90).build(),
                span(1, 2)
                        .parent(1)
                        .at(10, 40)
                        .call("gpt-4o", 100, 20, 0.01)
                        .with(AttributeNames.INPUT, "the ferryman waits")
                        .with(AttributeNames.ARTIFACT_NAME, "cover")
                        .with(AttributeNames.ARTIFACT_STORED, COPY)
                        .build(),
                span(2, 1).name("another").build());
        young = new JournalFile(traces.resolve("2026-11-20/studio-900000002-1.jsonl"));
        young.append(span(1, 3)
                .parent(1)
                .at(50, 80)
                .error("TimeoutException", "too late")
                .build());
        age(old.path(), 60);
        age(young.path(), 1);
        Files.createDirectories(traces.resolve("artifacts"));
        Files.writeString(traces.resolve("artifacts").resolve(COPY), "a cover");
        age(traces.resolve("artifacts").resolve(COPY), 60);
    }

    @Test
    void heldTrace_staysWhole_whenEverythingIsPruned() {
        String before = exported();
        assertThat(run("hold", "add", "00000000000000010", "--reason", "a claim of March"))
                .isZero();
        assertThat(err()).contains("trace " + HELD + " is held, with 3 spans");

        assertThat(run("prune", "--max-size", "0B")).isZero();

        assertThat(old.path()).doesNotExist();
        assertThat(young.path()).doesNotExist();
        assertThat(run("trace", "list")).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(exported()).isEqualTo(before).contains("the ferryman waits");
        assertThat(run("index", "verify")).isZero();
        assertThat(run("index", "rebuild")).isZero();
        assertThat(exported()).isEqualTo(before);
        assertThat(run("trace", "list", "--text", "ferryman")).isZero();
        assertThat(out()).contains(HELD);
        assertThat(run("trace", "show", OTHER)).isEqualTo(ExitCodes.NOT_FOUND);
    }

    @Test
    void spansOfAFileThatGoes_countOnce_besideThoseThatStay() {
        String before = exported();
        run("hold", "add", HELD);

        assertThat(run("prune", "--older-than", "30d")).isZero();

        assertThat(old.path()).doesNotExist();
        assertThat(young.path()).exists();
        assertThat(exported()).isEqualTo(before);
        assertThat(run("stats")).isZero();
        assertThat(lines().get(1)).startsWith("gpt-4o\t1\t");
        assertThat(run("index", "verify")).isZero();
    }

    @Test
    void whatIsLetGo_isPruned() throws IOException {
        run("hold", "add", HELD);
        run("prune", "--max-size", "0B");

        assertThat(run("hold", "remove", "00000000000000010")).isZero();

        assertThat(run("prune", "--max-size", "0B")).isZero();
        assertThat(run("trace", "list")).isZero();
        assertThat(lines()).hasSize(1);
        try (Stream<Path> left = Files.walk(traces.resolve("held"))) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .containsExactly("lock");
        }
        assertThat(run("hold", "remove", HELD)).isEqualTo(ExitCodes.NOT_FOUND);
    }

    @Test
    void whatIsLetGoEarly_isStillInItsJournal() {
        String before = exported();
        // A journal whose name comes before the other's has the hold.
        Path first = elsewhere.resolve("a");
        String[] journals = {"--journal", first.toString(), "--journal", traces.toString()};
        assertThat(run(with(journals, "hold", "add", HELD))).isZero();
        assertThat(first.resolve("held").resolve(HELD + ".jsonl")).exists();
        assertThat(run(with(journals, "index", "rebuild"))).isZero();

        assertThat(run(with(journals, "hold", "remove", HELD))).isZero();

        assertThat(run(with(journals, "trace", "export", HELD))).isZero();
        assertThat(out()).isEqualTo(before);
    }

    @Test
    void spansThatComeLater_areKept() {
        run("hold", "add", HELD);
        young.append(span(1, 4).parent(1).name("an afterthought").build());

        assertThat(run("prune", "--max-size", "0B")).isZero();

        assertThat(young.path()).doesNotExist();
        assertThat(exported()).contains("an afterthought", "narrate scene", "too late");
        assertThat(run("hold", "list")).isZero();
        assertThat(lines().get(1)).contains("\t4\t");
    }

    @Test
    void holdThatIsCutShort_isListed_andFilledBeforeAnythingGoes() throws IOException {
        String before = exported();
        // Nothing can be moved to where the spans belong, so the work ends there as by a kill.
        Path inTheWay = traces.resolve("held").resolve(HELD + ".jsonl");
        Files.createDirectories(inTheWay.resolve("x"));
        assertThat(run("hold", "add", HELD)).isEqualTo(ExitCodes.FAILURE);
        Files.delete(inTheWay.resolve("x"));
        Files.delete(inTheWay);

        assertThat(run("hold", "list")).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).startsWith(HELD).contains("\t0\t");
        assertThat(run("prune", "--max-size", "0B")).isZero();

        assertThat(old.path()).doesNotExist();
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void artifacts_areKeptWithTheirTrace() throws IOException {
        Path kept = traces.resolve("held/artifacts").resolve(COPY);
        run("hold", "add", HELD);
        Files.delete(traces.resolve("artifacts").resolve(COPY));

        assertThat(run("trace", "show", HELD, "--artifacts")).isZero();
        assertThat(out()).contains(kept.toString());
        assertThat(kept).hasContent("a cover");

        run("hold", "remove", HELD);
        assertThat(kept).doesNotExist();
    }

    @Test
    void holds_areListed_andWrittenDown() throws IOException {
        run("hold", "add", HELD, "--reason", "a claim");
        run("hold", "add", HELD, "--reason", "two claims");
        assertThat(run("hold", "list")).isZero();
        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).startsWith(HELD + "\t" + NOW + "\t").endsWith("\t3\ttwo claims");
        assertThat(run("hold", "list", "-o", "json")).isZero();
        assertThat(isJson(out())).isTrue();
        assertThat(run("audit")).isZero();
        assertThat(out()).contains("hold add " + HELD);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(traces.resolve("held").resolve(HELD + ".jsonl"))))
                .isEqualTo("rw-------");
    }

    @Test
    void wrongUsage_isTold() {
        assertThat(run("hold", "add", "ff")).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(run("hold", "remove", "ff")).isEqualTo(ExitCodes.NOT_FOUND);
        assertThat(run("hold", "add", HELD, "--journal", old.path().toString())).isEqualTo(ExitCodes.USAGE);
        run("hold", "add", HELD);
        run("hold", "add", OTHER);
        assertThat(run("hold", "remove", "0000")).isEqualTo(ExitCodes.USAGE);
    }

    private String exported() {
        assertThat(run("trace", "export", HELD)).isZero();
        return out();
    }

    private static String[] with(String[] journals, String... command) {
        return Stream.concat(Stream.of(command), Stream.of(journals)).toArray(String[]::new);
    }

    private static void age(Path file, long days) throws IOException {
        Files.setLastModifiedTime(
                file,
                FileTime.fromMillis(NOW.toEpochMilli() - Duration.ofDays(days).toMillis()));
    }
}
