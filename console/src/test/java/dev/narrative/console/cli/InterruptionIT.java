package dev.narrative.console.cli;

import static dev.narrative.console.SpanBuilder.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.narrative.console.JournalFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real jar, interrupted as Ctrl-C and a service manager do it. */
@DisabledOnOs(OS.WINDOWS)
final class InterruptionIT {
    private static final Path JAR = Path.of(System.getProperty("narrative.root"), "console/target/narrative.jar");
    /** Takes a rebuild some tenths of a second. */
    private static final int SPANS = 15_000;
    /** A machine may be done before the signal comes; so often it is tried again. */
    private static final int ATTEMPTS = 6;

    private static final long LOOK_NANOS = 1_000_000;

    /** Gives a program SIGINT back, which is ignored by what a shell puts into the background, and by its children. */
    private static final List<String> INTERRUPTIBLE = List.of("env", "--default-signal=INT");

    private static final boolean IS_INTERRUPTIBLE = runs(INTERRUPTIBLE);

    @TempDir
    Path traces;

    @BeforeEach
    void writeJournal() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 1; i <= SPANS; i++) {
            lines.writeBytes(JournalFile.line(span(i, 1).build()));
        }
        new JournalFile(traces.resolve("2026-11-21/studio-1-1.jsonl")).appendBytes(lines.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void rebuild_endsWhole_andTheNextOneGoesOn(String signal) throws Exception {
        assumeTrue(
                signal.equals("TERM") || IS_INTERRUPTIBLE || !isInterruptIgnored(),
                "who runs the tests has SIGINT ignored, and there is no env that gives it back");
        Path unfinished = traces.resolve(".console/rebuild.unfinished");
        int exitCode = 0;
        for (int attempt = 0; exitCode == 0 && attempt < ATTEMPTS; attempt++) {
            Process rebuild = start("index", "rebuild");
            Process kill = killWhenTold(signal, rebuild);
            while (rebuild.isAlive() && Files.notExists(unfinished)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            kill.getOutputStream().close();
            exitCode = end(rebuild);
            kill.waitFor();
        }
        assertThat(exitCode).isEqualTo(signal.equals("INT") ? 130 : 143);
        assertThat(err()).startsWith("narrative index rebuild: interrupted");
        assertThat(unfinished).exists();

        assertThat(end(start("index", "rebuild"))).isZero();
        assertThat(err()).contains("the index was made anew");
        assertThat(unfinished).doesNotExist();
        assertThat(end(start("index", "verify"))).isZero();
    }

    /** A shell that waits with its signal until its input ends: it is there at once, however busy the machine is. */
    private static Process killWhenTold(String signal, Process process) throws IOException {
        return new ProcessBuilder("sh", "-c", "read -r end; kill -" + signal + " " + process.pid()).start();
    }

    private static boolean runs(List<String> prefix) {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As of processes that a shell without job control put into the background, and theirs. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private String err() throws IOException {
        return Files.readString(traces.resolve("err"), StandardCharsets.UTF_8);
    }

    private static int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(IS_INTERRUPTIBLE ? INTERRUPTIBLE : List.of());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(traces.resolve("out").toFile())
                .redirectError(traces.resolve("err").toFile());
        builder.environment().put(JournalOptions.JOURNAL_VARIABLE, traces.toString());
        return builder.start();
    }
}
