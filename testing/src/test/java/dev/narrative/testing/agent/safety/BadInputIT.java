package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.OtlpSink;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.ManySteps;
import dev.narrative.testing.agent.Steps;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong around the agent, the application does what it does without it, and one line says what to mend. */
class BadInputIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    @Test
    void reportsEachWrongLine_andUsesTheOthers() {
        AgentRun run = AgentRun.in(directory).properties("""
                narrative.exportres = journal
                narrative.capture.max-depth = deep
                narrative.trace.lost = com.shop.Order
                narrative.trace.lost.nmae = Lost
                narrative.trace.twin = dev.narrative.testing.agent.Steps#*
                """ + Steps.RULES);

        List<String> said = said(run);

        assertThat(said).hasSize(5).allMatch(line -> line.startsWith("WARN " + run.file() + ":"));
        assertThat(said.get(0)).contains(":1: ", "narrative.exportres", "narrative.exporters");
        assertThat(said.get(1)).contains(":2: ", "narrative.capture.max-depth = deep");
        assertThat(said.get(2)).contains(":3: ", "narrative.trace.lost", "no # between class and method");
        assertThat(said.get(3)).contains(":4: ", "nmae", "name");
        assertThat(said.get(4)).contains(":6: ", "narrative.trace.steps", "narrative.trace.twin");
        assertThat(Traces.read(run.journal()).spans()).hasSize(1);
    }

    @Test
    void goesOn_whenTheFileIsMissingUnreadableOrNoText() throws IOException {
        AgentRun missing = AgentRun.in(directory);
        missing.jvm().agentProperties(missing.file());
        assertThat(said(missing))
                .singleElement()
                .asString()
                .contains(missing.file().toString());

        AgentRun folder = AgentRun.in(directory);
        Files.createDirectory(folder.file());
        folder.jvm().agentProperties(folder.file());
        assertThat(said(folder))
                .singleElement()
                .asString()
                .contains(folder.file().toString());

        AgentRun binary = AgentRun.in(directory);
        Files.write(binary.file(), new byte[] {0, -1, -2, 'a', '\n', 3, 'b', '=', '\\', 'u', 'x'});
        binary.jvm().agentProperties(binary.file());
        assertThat(said(binary)).isNotEmpty();
    }

    @Test
    void goesOn_whenTheJournalCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        AgentRun run = AgentRun.in(directory)
                .properties(Steps.RULES + "narrative.journal.dir = " + file.resolve("traces") + "\n");

        assertThat(said(run))
                .as("when it fails, and at the exit")
                .hasSizeBetween(1, 2)
                .anyMatch(line -> line.contains("narrative.journal.dir"));
    }

    @Test
    void goesOn_inADirectoryThatNobodyCanWrite() {
        AgentRun run = AgentRun.in(directory).properties(Steps.RULES);
        run.jvm().workingDirectory(Path.of("/proc"));

        assertThat(said(run))
                .as("when it fails, and at the exit")
                .hasSizeBetween(1, 2)
                .anyMatch(line -> line.contains("narrative.journal.dir"));
    }

    @Test
    void goesOn_whenTheDiskIsFull() throws IOException, InterruptedException {
        AgentRun run = AgentRun.in(directory).properties(Steps.RULES).program(ManySteps.class, "20000");
        run.jvm().jvmArgs("-XX:-UsePerfData");
        // A limit on the size of files stands for a full disk: the write fails in the middle of a line.
        List<String> command = new java.util.ArrayList<>(List.of("sh", "-c", "ulimit -f 64; exec \"$@\"", "sh"));
        command.addAll(run.jvm().command());
        Path stderr = directory.resolve("stderr");
        Process process = new ProcessBuilder(command)
                .directory(run.file().getParent().toFile())
                .redirectError(stderr.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(stderr))
                .contains("[narrative] WARN exporter journal: ")
                .doesNotContain("advice");
    }

    @Test
    void goesOn_whenTheCollectorIsNotThere() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        AgentRun run = AgentRun.in(directory)
                .properties(
                        Steps.RULES + "narrative.exporters = journal, otlp\nnarrative.otlp.endpoint = http://localhost:"
                                + free + "\n");

        assertThat(said(run)).hasSizeBetween(1, 2).anyMatch(line -> line.contains("exporter otlp"));
        assertThat(Traces.read(run.journal()).spans()).hasSize(1);
    }

    @Test
    void goesOn_whenTheCollectorIsSlowOrRefuses() throws IOException {
        Path go = directory.resolve("go");
        try (OtlpSink sink = OtlpSink.start().latency(Duration.ofMillis(700))) {
            String lines = Steps.RULES + "narrative.exporters = otlp\nnarrative.otlp.endpoint = " + sink.url() + "\n";
            AgentRun run = AgentRun.in(directory).properties(lines).program(ExitProgram.class, "exit", go.toString());
            try (ForkedJvm jvm = run.start()) {
                assertThat(sink.awaitSpans(1, LIMIT)).hasSize(1);
                Files.createFile(go);
                assertThat(said(jvm.await(LIMIT))).isEmpty();
            }

            sink.latency(Duration.ZERO).status(400);
            assertThat(said(AgentRun.in(directory).properties(lines)))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("exporter otlp"));
        }
    }

    /** What the agent said in a run that was otherwise as without it. */
    private static List<String> said(AgentRun run) {
        return said(run.program(ExitProgram.class, "exit").jvm().run());
    }

    private static List<String> said(JvmResult result) {
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(7);
        assertThat(result.stdout()).containsExactly("leaving");
        assertThat(AgentRun.said(result)).noneMatch(line -> line.contains("advice"));
        return AgentRun.said(result);
    }
}
