package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real jar in a process of its own, whose output is a pipe. */
final class NarrativeJarIT {
    private static final Path JAR = Path.of(System.getProperty("narrative.root"), "console/target/narrative.jar");

    @TempDir
    Path traces;

    private JournalFile journal;

    private record Result(int exitCode, String out, String err) {}

    @BeforeEach
    void writeJournal() {
        journal = new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl"));
        journal.append(span(1, 1).name("narrate → scene").session("chap-12").build());
    }

    @Test
    void listsAndShows() throws Exception {
        Result list = run("trace", "list");
        assertThat(list.err()).isEmpty();
        assertThat(list.exitCode()).isZero();
        assertThat(list.out().lines().toList().get(1))
                .isEqualTo(
                        "00000000000000010000000000000001\t2026-11-21T12:00:00Z\tchap-12\tnarrate → scene\t1\t1\t0\t0\t"
                                + "\tok\t0\tstudio\t\t");
        Result show = run("trace", "show", "@last");
        assertThat(show.exitCode()).isZero();
        assertThat(show.out()).contains("narrate → scene [studio]").doesNotContain("\u001b");
    }

    @Test
    void endsWithItsExitCodes() throws Exception {
        assertThat(run("trace", "list", "--nonsense").exitCode()).isEqualTo(2);
        Result missing = run("trace", "show", "ff");
        assertThat(missing.exitCode()).isEqualTo(3);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err()).isEqualTo("narrative trace show: there is no trace ff" + System.lineSeparator());
        assertThat(run("--version").out()).startsWith("narrative 0.");
    }

    @Test
    void keepsOneIndexWhole_whenSeveralRunAtOnce() throws Exception {
        appendTraces(2, 1_500);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(start(traces.resolve("out" + i), "trace", "list", "-n", "5000"));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(run("index", "verify").exitCode()).isZero();
        assertThat(run("trace", "list", "-n", "5000").out().lines()).hasSize(1_500);
    }

    @Test
    void goesOn_whenItWasKilled() throws Exception {
        appendTraces(2, 8_000);
        Process killed = start(traces.resolve("out"), "trace", "list");
        Path database = traces.resolve(".console/index.db");
        while (killed.isAlive() && !Files.exists(database)) {
            Thread.onSpinWait();
        }
        killed.destroyForcibly().waitFor();

        assertThat(run("trace", "list", "-n", "30000").out().lines()).hasSize(8_000);
        assertThat(run("index", "verify").exitCode()).isZero();
    }

    @Test
    void jar_mayLoadSqlite_andIsWhatItsManifestSays() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().getValue("Enable-Native-Access"))
                    .isEqualTo("ALL-UNNAMED");
            assertThat(jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.contains("/native/") && name.endsWith("sqlitejdbc.so")))
                    .contains(
                            "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
                            "org/sqlite/native/Linux/aarch64/libsqlitejdbc.so");
        }
    }

    private void appendTraces(int from, int to) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = from; i < to; i++) {
            lines.writeBytes(JournalFile.line(span(i, 1).build()));
        }
        journal.appendBytes(lines.toByteArray());
    }

    private Result run(String... args) throws IOException, InterruptedException {
        Path out = traces.resolve("stdout");
        Process process = start(out, args);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(Path.of(out + ".err"), StandardCharsets.UTF_8));
    }

    private Process start(Path out, String... args) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(Path.of(out + ".err").toFile());
        builder.environment().put(JournalOptions.JOURNAL_VARIABLE, traces.toString());
        return builder.start();
    }
}
