package dev.narrative.export.journal;

import static dev.narrative.export.journal.Spans.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.core.export.DestinationCounters;
import dev.narrative.core.export.ExporterProvider;
import dev.narrative.core.export.ExporterSetup;
import dev.narrative.core.export.SpanExporter;
import dev.narrative.model.SpanData;
import dev.narrative.model.journal.Journal;
import dev.narrative.model.journal.JournalContent;
import dev.narrative.model.journal.JournalFile;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalExporterTest {
    private static final long DAY = 86_400_000;
    private static final long NOON = 20_454 * DAY + DAY / 2; // 2026-01-01
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    Path temp;

    private final List<SpanData> open = new ArrayList<>();
    private long now = NOON;
    private long rotateBytes = 64 << 20;
    private FakeDisk disk = new FakeDisk();

    @Test
    void writesOneFileADay_readableByTheOwnerOnly() throws Exception {
        JournalExporter exporter = exporter();
        exporter.export(List.of(ended("a", 1, 1, 0), ended("b", 1, 2, 1)));
        exporter.export(List.of(ended("c", 1, 3, 1)));
        exporter.flush(100);
        exporter.close();

        assertThat(files()).containsExactly("2026-01-01/shop-" + PID + "-1.jsonl");
        assertThat(Files.readAllLines(journal().resolve(files().get(0)))).hasSize(2);
        assertThat(permissions(journal())).isEqualTo("rwx------");
        assertThat(permissions(journal().resolve("2026-01-01"))).isEqualTo("rwx------");
        assertThat(permissions(journal().resolve(files().get(0)))).isEqualTo("rw-------");
        assertThat(names()).containsExactly("a", "b", "c");
    }

    @Test
    void makesNothing_beforeTheFirstSpan() throws Exception {
        JournalExporter exporter = exporter();
        exporter.tick();
        exporter.flush(100);
        exporter.close();

        assertThat(journal()).doesNotExist();
    }

    @Test
    void beginsTheNextFile_atMidnight_andWhenFull() throws Exception {
        rotateBytes = 700;
        JournalExporter exporter = exporter();
        exporter.export(List.of(ended("a", 1, 1, 0)));
        exporter.export(List.of(ended("b", 1, 2, 0)));
        exporter.export(List.of(ended("c", 1, 3, 0)));
        now += DAY;
        exporter.export(List.of(ended("d", 1, 4, 0)));

        assertThat(files())
                .containsExactly(
                        "2026-01-01/shop-" + PID + "-1.jsonl",
                        "2026-01-01/shop-" + PID + "-2.jsonl",
                        "2026-01-02/shop-" + PID + "-1.jsonl");
        assertThat(names()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void passesByAFile_thatIsThereAlready() throws Exception {
        JournalExporter first = exporter();
        first.export(List.of(ended("a", 1, 1, 0)));
        JournalExporter second = exporter();
        second.export(List.of(ended("b", 1, 2, 0)));

        assertThat(files()).hasSize(2);
        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void splitsLargeBatches_intoLinesThatFitInMemory() throws Exception {
        List<SpanData> batch = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            batch.add(ended("x".repeat(10_000), 1, i, 0));
        }
        exporter().export(batch);

        assertThat(Files.readAllLines(journal().resolve(files().get(0)))).hasSizeGreaterThan(10);
        assertThat(names()).hasSize(1_000);
    }

    @Test
    void keepsOpenSpans_inASnapshot() throws Exception {
        JournalExporter exporter = exporter();
        open.add(Spans.open("long one", 5));
        exporter.tick();

        assertThat(files()).contains("2026-01-01/shop-" + PID + "-1.open.jsonl").hasSize(2);
        assertThat(Journal.read(journal()).spans()).singleElement().satisfies(span -> {
            assertThat(span.name()).isEqualTo("long one");
            assertThat(span.state()).isEqualTo(SpanState.RUNNING);
            assertThat(span.attributes().get("narrative.open")).isEqualTo(true);
        });

        open.clear();
        now += 1_000;
        exporter.export(List.of(ended("long one", 1, 5, 0)));
        exporter.tick();

        assertThat(files()).containsExactly("2026-01-01/shop-" + PID + "-1.jsonl");
    }

    @Test
    void movesTheSnapshot_withTheFile_andTakesItAwayOnClose() throws Exception {
        JournalExporter exporter = exporter();
        open.add(Spans.open("long one", 5));
        exporter.tick();
        now += DAY;
        exporter.tick();

        assertThat(files())
                .containsExactly("2026-01-02/shop-" + PID + "-1.jsonl", "2026-01-02/shop-" + PID + "-1.open.jsonl");

        exporter.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNoHalfBatch_onAFullDisk_andRecovers() throws Exception {
        JournalExporter exporter = exporter();
        exporter.export(List.of(ended("a", 1, 1, 0)));
        disk.freeBytes = 40;

        assertThatThrownBy(() -> exporter.export(List.of(ended("lost", 1, 2, 0))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(journal().toString())
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("narrative.journal.dir");

        disk.freeBytes = Long.MAX_VALUE;
        exporter.export(List.of(ended("b", 1, 3, 0)));

        assertThat(files()).hasSize(1);
        JournalContent content = Journal.read(journal());
        assertThat(content.problems()).isEmpty();
        assertThat(content.spans()).extracting(JournalSpan::name).containsExactly("a", "b");
    }

    @Test
    void closesATornLine_beforeItGoesOn() throws Exception {
        JournalExporter exporter = exporter();
        exporter.export(List.of(ended("a", 1, 1, 0)));
        Path file = journal().resolve(files().get(0));
        disk.freeBytes = 0;
        assertThatThrownBy(() -> exporter.export(List.of(ended("lost", 1, 2, 0))))
                .isInstanceOf(IOException.class);
        Files.writeString(file, Files.readString(file) + "{\"resourceSpans\":[{\"res");
        disk.freeBytes = Long.MAX_VALUE;

        exporter.export(List.of(ended("b", 1, 3, 0)));

        JournalContent content = Journal.read(journal());
        assertThat(content.spans()).extracting(JournalSpan::name).containsExactly("a", "b");
        assertThat(content.problems()).singleElement().satisfies(problem -> assertThat(problem.line())
                .isEqualTo(2));
    }

    @Test
    void comesBack_whenTheDirectoryWasDeleted() throws Exception {
        JournalExporter exporter = exporter();
        exporter.export(List.of(ended("a", 1, 1, 0)));
        open.add(Spans.open("o", 9));
        exporter.tick();
        deleteAll(journal());
        now += 1_000;

        exporter.export(List.of(ended("b", 1, 2, 0)));
        exporter.tick();

        assertThat(names()).containsExactly("b", "o");
    }

    @Test
    void saysWhatToDo_whenTheDirectoryIsAFile_andRecovers() throws Exception {
        Files.writeString(journal(), "in the way");
        JournalExporter exporter = exporter();
        assertThatThrownBy(() -> exporter.export(List.of(ended("a", 1, 1, 0))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not a directory");
        exporter.tick();

        Files.delete(journal());
        exporter.export(List.of(ended("b", 1, 2, 0)));

        assertThat(names()).containsExactly("b");
    }

    @Test
    void writesThroughALink() throws Exception {
        Path real = Files.createDirectory(temp.resolve("real"));
        Files.createSymbolicLink(journal(), real);

        exporter().export(List.of(ended("a", 1, 1, 0)));

        assertThat(Journal.read(real).spans()).hasSize(1);
    }

    @Test
    void goesOn_afterAnInterrupt() throws Exception {
        JournalExporter exporter = exporter();
        Thread.currentThread().interrupt();
        exporter.export(List.of(ended("a", 1, 1, 0)));
        exporter.export(List.of(ended("b", 1, 2, 0)));
        assertThat(Thread.interrupted()).isTrue();

        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void takesItsOptions_fromTheSettings() throws Exception {
        AgentConfig config =
                AgentConfig.of(Map.of("narrative.journal.dir", journal().toString()));
        SpanExporter exporter = new JournalExporterProvider()
                .create(new ExporterSetup(config, Spans.RESOURCE, this::openSpans, 0, new DestinationCounters()));
        exporter.export(List.of(ended("a", 1, 1, 0)));
        exporter.close();

        assertThat(names()).containsExactly("a");
        assertThat(JournalOptions.of(AgentConfig.defaults()))
                .isEqualTo(new JournalOptions(Path.of("narrative-traces"), 90 * DAY, 2L << 30, 64 << 20, 1_000));
        assertThatThrownBy(() -> new JournalOptions(temp, 0, 1, 1, 0))
                .hasMessageContaining("narrative.journal.retention must be above 0");
    }

    @Test
    void isFound_asJournal() {
        assertThat(ServiceLoader.load(ExporterProvider.class))
                .extracting(ExporterProvider::name)
                .contains("journal");
    }

    /** A disk that runs full, having written what still fitted. */
    private static final class FakeDisk implements JournalFile.Opener {
        private long freeBytes = Long.MAX_VALUE;

        @Override
        public FileOutputStream open(File file) throws IOException {
            return new FileOutputStream(file, true) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    int fitting = (int) Math.min(freeBytes, length);
                    super.write(bytes, offset, fitting);
                    if (fitting < length) {
                        throw new IOException("No space left on device");
                    }
                }
            };
        }
    }

    private JournalExporter exporter() {
        JournalOptions options = new JournalOptions(journal(), 90 * DAY, 1L << 40, rotateBytes, 1_000);
        return new JournalExporter(options, Spans.RESOURCE, this::openSpans, disk, () -> now);
    }

    private Collection<SpanData> openSpans() {
        return open;
    }

    private Path journal() {
        return temp.resolve("journal");
    }

    private List<String> names() {
        JournalContent content = Journal.read(journal());
        assertThat(content.problems()).isEmpty();
        return content.spans().stream().map(JournalSpan::name).toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(journal())) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> journal().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void deleteAll(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
