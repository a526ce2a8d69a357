package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.console.JournalFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell script that runs the jar, with a cache in a directory of its own. */
@DisabledOnOs(OS.WINDOWS)
final class NarrativeLauncherIT {
    private static final Path SCRIPT = Path.of(System.getProperty("narrative.root"), "console/bin/narrative");

    @TempDir
    Path directory;

    @Test
    void makesAnArchiveOnce_andRunsTheJarWithIt() throws Exception {
        new JournalFile(directory.resolve("traces/2026-11-21/studio-1-1.jsonl"))
                .append(
                        span(1, 1).name("two words").build(),
                        span(2, 1).name("two").build());

        assertThat(run("out", "trace", "list", "--name", "two words")).isZero();
        assertThat(Files.readAllLines(directory.resolve("out"))).hasSize(2);
        assertThat(Files.readString(directory.resolve("out.err"))).isEmpty();
        Path archive = archives().get(0);
        assertThat(Files.size(archive)).isPositive();
        FileTime made = Files.getLastModifiedTime(archive);

        assertThat(run("out", "trace", "show", "ff")).isEqualTo(3);
        assertThat(Files.readString(directory.resolve("out.err"))).contains("there is no trace ff");
        assertThat(archives()).containsExactly(archive);
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
    }

    @Test
    void runsTheJar_whereNoArchiveCanBeKept() throws Exception {
        Files.writeString(directory.resolve("cache of mine"), "a file where a directory should be");

        assertThat(run("out", "--version")).isZero();
        assertThat(Files.readString(directory.resolve("out"))).startsWith("narrative 0.");
    }

    @Test
    void tellsWhatIsMissing() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "trace", "list");
        builder.environment().put("NARRATIVE_JAR", directory.resolve("no.jar").toString());
        Process process = builder.redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(told).contains("there is no ").contains("no.jar");
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("cache of mine"))) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private int run(String out, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(directory.resolve(out).toFile())
                .redirectError(directory.resolve(out + ".err").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put("NARRATIVE_CACHE", directory.resolve("cache of mine").toString());
        builder.environment()
                .put(
                        JournalOptions.JOURNAL_VARIABLE,
                        directory.resolve("traces").toString());
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
