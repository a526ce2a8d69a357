package dev.narrative.testing.agent.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.ForkedJvm;
import dev.narrative.testing.JvmResult;
import dev.narrative.testing.Traces;
import dev.narrative.testing.agent.AgentRun;
import dev.narrative.testing.agent.Steps;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5: one bounded shutdown hook that flushes; nothing holds up the exit or changes its code. */
class ExitIT {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** The three seconds, and what else a busy machine takes; much less than a request may take here. */
    private static final long EXIT_MILLIS = 12_000;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"return, 0", "exit, 7", "throw, 1"})
    void flushes_andKeepsTheExitCode(String way, int code) {
        AgentRun run = AgentRun.in(directory).properties(Steps.RULES).program(ExitProgram.class, way);

        assertThat(AgentRun.quiet(run.jvm().run()).exitCode()).isEqualTo(code);
        assertThat(Traces.read(run.journal()).has("last")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http/protobuf", "grpc"})
    void waitsNoLongerThanThreeSeconds_forACollectorThatNeverAnswers(String protocol) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            AgentRun run = AgentRun.in(directory)
                    .properties(Steps.RULES
                            + "narrative.exporters = journal, otlp\nnarrative.otlp.timeout = 1m\nnarrative.otlp.protocol = "
                            + protocol + "\nnarrative.otlp.endpoint = http://localhost:" + silent.getLocalPort())
                    .program(ExitProgram.class, "exit");
            try (ForkedJvm jvm = run.start()) {
                jvm.awaitLine("leaving", LIMIT);
                long begin = System.nanoTime();
                JvmResult result = jvm.await(LIMIT);

                assertThat(Duration.ofNanos(System.nanoTime() - begin).toMillis())
                        .isLessThan(EXIT_MILLIS);
                assertThat(result.exitCode()).isEqualTo(7);
                assertThat(AgentRun.said(result)).hasSizeBetween(1, 2);
            }
            assertThat(Traces.read(run.journal()).has("last")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "otlp"})
    void leavesHaltAlone(String exporter) {
        AgentRun run = AgentRun.in(directory)
                .properties(Steps.RULES + "narrative.exporters = " + exporter)
                .program(ExitProgram.class, "halt");

        assertThat(run.jvm().run().exitCode()).isEqualTo(8);
    }
}
